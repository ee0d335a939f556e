import { GongkaiError, Refused, StoreUnavailable, type ErrorFacts } from '#kernel';

// No error of the vault holds a plain text, a key, or an error of a parser that quotes its input. docs: README.md, "For operators".

/** `vault-corrupt`: stored bytes are not what was written: damaged, swapped, or put in by another hand. */
export function vaultCorrupt(message: string, facts: ErrorFacts = {}, options?: ErrorOptions): GongkaiError {
  return new GongkaiError('corrupt', 'vault-corrupt', message, facts, options);
}

/** `vault-corrupt`: a person has ciphertexts but no key, and was not erased: the key store is older than the vault file. */
export function keyLost(personRef: string): GongkaiError {
  return vaultCorrupt('密钥库缺少该人的数据密钥：密钥库比个人信息库旧，请恢复较新的备份', {
    file: 'keys.db',
    personRef,
  });
}

/** `vault-not-configured`: no master key was given at all. */
export function vaultNotConfigured(): StoreUnavailable {
  return new StoreUnavailable(
    'vault-not-configured',
    '未配置主密钥（GONGKAI_MASTER_KEY_FILE 或 GONGKAI_MASTER_KEY），不能读写个人信息',
  );
}

/** `vault-key-missing`: the master key with this id, which the vault needs, was not given. */
export function masterKeyMissing(masterKeyId: string): GongkaiError {
  const message = `缺少编号为 ${masterKeyId} 的主密钥，个人信息无法解密`;
  return new GongkaiError('unavailable', 'vault-key-missing', message, { masterKeyId });
}

/** `vault-key-wrong`: a master key with this id was given, but it is not the one the vault was made with. */
export function masterKeyWrong(masterKeyId: string): GongkaiError {
  const message = `编号为 ${masterKeyId} 的主密钥与密钥库不符，请核对密钥文件`;
  return new GongkaiError('unavailable', 'vault-key-wrong', message, { masterKeyId });
}

/** `vault-master-keys-malformed`: the text that should give the master keys does not. Names the line, never what it holds. */
export function masterKeysMalformed(message: string, facts: ErrorFacts = {}): GongkaiError {
  return new GongkaiError('unavailable', 'vault-master-keys-malformed', `主密钥配置有误：${message}`, facts);
}

/** `vault-person-erased`: nothing can be recorded any more about a person who was erased. */
export function personErased(personRef: string): Refused {
  return new Refused('vault-person-erased', '该人的个人信息已依法销毁，不能再记入', { personRef });
}

/** `vault-identity-in-use`: another person is recorded with this identity number; `personRef` says which. */
export function identityInUse(personRef: string): Refused {
  return new Refused('vault-identity-in-use', '该证件号码已登记在另一个人代号下，请使用原代号', { personRef });
}

/** `vault-scrub-incomplete`: what was asked for is done and holds, but old bytes still stand in a file. To be repeated. */
export function scrubIncomplete(cause: unknown): StoreUnavailable {
  const message = '密钥已销毁或更换，但文件中的旧数据页尚未清除，请稍后重试（有进程正在读取，或磁盘空间不足）';
  return new StoreUnavailable('vault-scrub-incomplete', message, { cause });
}

/** Something to be told to the operator; work goes on. */
export interface VaultWarning {
  readonly code: 'vault-scrub-incomplete' | 'vault-master-key-file-open';
  readonly message: string;
}
