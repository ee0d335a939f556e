import { GongkaiError, StoreUnavailable } from '#kernel';
import { loadMasterKeys, masterKeySource, openVault, vaultNotConfigured, type Vault } from '#privacy';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, stderr } from 'node:process';

/**
 * Opens the vault of a data directory with the master keys that the environment names, as the service does, and closes it when `work`
 * has ended. Never makes one. Warnings go to standard error. Raises `vault-not-configured`, and what opening raises.
 */
export function withVault<T>(dataDir: string, mode: 'writer' | 'reader', work: (vault: Vault) => T): T {
  const source = masterKeySource(env);
  if (source === null) throw vaultNotConfigured();
  const directory = vaultIn(dataDir);
  const vault = opened(() => openVault({ directory, masterKeys: loadMasterKeys(source, warn), mode, warn }));
  try {
    return work(vault);
  } finally {
    vault.close();
  }
}

/** The directory of the vault. Raises `vault-file-missing` where there is none: a command line makes none by mistyping. */
export function vaultIn(dataDir: string): string {
  const directory = join(dataDir, 'vault');
  if (existsSync(directory)) return directory;
  throw new StoreUnavailable('vault-file-missing', `数据目录 ${dataDir} 中没有个人信息库；请用 --data 指明数据目录`);
}

function opened(open: () => Vault): Vault {
  try {
    return open();
  } catch (cause) {
    if (!(cause instanceof GongkaiError) || cause.code !== 'vault-locked') throw cause;
    const message = '个人信息库正被另一进程使用（通常是正在运行的服务）：请停止服务后再执行';
    throw new StoreUnavailable('vault-locked', message, { cause });
  }
}

/** Says what an operator should know although work goes on. */
export function warn({ message }: { readonly message: string }): void {
  stderr.write(`注意：${message}\n`);
}
