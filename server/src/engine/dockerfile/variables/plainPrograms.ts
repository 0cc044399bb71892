import type { DockerfileDocument } from '../model/types.js';
import { unwrap } from '../../shell/unwrap.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import type { Instruction } from '../syntax/types.js';

/** Programs that do nothing with variables of a name that people make up; those of a shell, coreutils and packages. */
const plain: ReadonlySet<string> = new Set(
  [
    ': [ [[ test true false cd echo printf set unset export exit read shift trap type umask wait pwd command hash',
    'basename cat chgrp chmod chown cp cut date dd df dirname du expr head id install ln ls mkdir mktemp mv nproc od',
    'readlink realpath rm rmdir seq sha1sum sha256sum sha512sum md5sum b2sum sleep sort split stat sync tail tee touch',
    'tr truncate uname uniq wc whoami which yes grep egrep fgrep sed find diff cmp file strip ldconfig ldd',
    'tar gzip gunzip bzip2 bunzip2 xz unxz zstd unzip zip zcat cpio ar curl wget gpg gpgconf git openssl ssh-keyscan',
    'apt apt-get apt-cache apt-key apt-mark dpkg dpkg-query dpkg-reconfigure add-apt-repository apk dnf microdnf yum',
    'zypper rpm pacman update-ca-certificates update-alternatives locale-gen localedef update-locale',
    'useradd adduser groupadd addgroup usermod groupmod userdel deluser passwd chpasswd visudo chsh setcap getent',
    'a2enmod a2ensite a2dismod ssh-keygen',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a RUN is shell text of nothing but programs that do not look for variables of the build: package managers,
 * downloads and tools for files. A build tool, a script or anything unknown may. Never throws.
 */
export function runsOnlyPlainPrograms(doc: DockerfileDocument, run: Instruction): boolean {
  return answers(doc)(run);
}

const answers = memoised((doc: DockerfileDocument) => weaklyMemoised((run: Instruction) => isPlain(doc, run)));

function isPlain(doc: DockerfileDocument, run: Instruction): boolean {
  const script = doc.scriptOf(run);
  return (
    script?.errors.length === 0 &&
    doc
      .commandsOf(run)
      .every(
        (command) =>
          command.words.length === 0 || plain.has(command.name ?? '') || plain.has(unwrap(command).name ?? ''),
      )
  );
}
