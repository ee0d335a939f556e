export { openVault, type VaultOptions } from './open-vault.js';
export type { Vault } from './vault.js';
export { personalDataSchema, personalTextSchema, type PersonalData } from './person/personal-data.js';
export { personRefSchema, textNameSchema } from './person/references.js';
export {
  ERASURE_REASONS,
  erasureSchema,
  isErased,
  type Erased,
  type Erasure,
  type ErasureReason,
} from './person/erasure.js';
export { type PersonalTextName } from './reading/person-reader.js';
export { newMasterKeyLine, parseMasterKeys, type MasterKeys } from './keys/master-keys.js';
export { MASTER_KEY, MASTER_KEY_FILE, masterKeySource } from './keys/configured-source.js';
export { loadMasterKeys, type MasterKeySource } from './keys/load-master-keys.js';
export { type RotationProgress } from './keys/rotate.js';
export { vaultNotConfigured, type VaultWarning } from './vault-errors.js';
export { type VaultDamage, type VaultVerification } from './verify/verify-vault.js';
