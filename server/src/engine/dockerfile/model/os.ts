import type { KnownImage } from '../../images/types.js';
import type { Instruction } from '../syntax/types.js';
import { shellName } from './shell.js';
import type { ImageReference, OperatingSystem } from './types.js';

/** What the operating system of one stage is told from. */
export interface OsEvidence {
  /** Value of `--platform`, expanded; undefined when there is none or it is not known. */
  readonly platform: string | undefined;
  /** What FROM names, as far as it is expanded. */
  readonly text: string;
  /** The image, if FROM names one that is known by now. */
  readonly image: ImageReference | undefined;
  readonly known: KnownImage | undefined;
  readonly escape: '\\' | '`';
  readonly instructions: readonly Instruction[];
}

const WINDOWS_REPOSITORY =
  /(?:^|\/)(?:windows\/|winamd64\/|windowsservercore|nanoserver|servercore)|^mcr\.microsoft\.com\/(?:windows|dotnet\/framework)\b/i;
const WINDOWS_TAG = /:[^/:]*(?:nanoserver|servercore|windows|ltsc20\d\d)/i;
const LINUX_TAG =
  /:[^/:]*(?:alpine|slim|azurelinux|mariner|debian|buster|bullseye|bookworm|trixie|ubuntu|focal|jammy|noble|chiseled|ubi\d)/i;
/** Images published for Linux and Windows under the same tags. */
const BOTH = /^(?:mcr\.microsoft\.com\/(?:dotnet|powershell|java)\b|golang$|python$|openjdk$|eclipse-temurin$|docker$)/;
const WINDOWS_WORD =
  /[A-Za-z]:\\|\bpowershell(?:\.exe)?\b|\bcmd(?:\.exe)? \/[SC]\b|\b(?:msiexec|choco|icacls|setx)\b|\$env:/i;
/** A distribution in a registry of somebody's own: `registry.example/alpine:3.20`. */
const LINUX_REPOSITORY =
  /(?:^|\/)(?:alpine|debian|ubuntu|fedora|centos|rockylinux|almalinux|amazonlinux|photon|busybox)(?=[:@]|$)/i;
/** Beside one of these a Windows word belongs to pwsh or Wine. MSYS2 has its pacman on Windows. Bounded, so that it is linear. */
const LINUX_PACKAGES =
  /\b(?:apt-get|apt|apk|yum|dnf|microdnf|zypper)\s{1,99}(?:-\S{1,99}\s{1,99}){0,9}(?:add|install|in|update|upgrade)\b/;
const LINUX_WORD =
  /\b(?:apt-get|apk|apt|yum|dnf|microdnf|zypper|pacman|chmod|chown|useradd|adduser|groupadd)\b|(?:^|[\s=:"'])\/(?:bin|usr|etc|var|opt|home|root|tmp|proc)\//;

/**
 * The operating system that the stage's own text tells, or undefined when it tells nothing, so that the parent stage
 * decides. Certain signs come first: `--platform`, a shell that only Windows has, an image for Windows only.
 */
export function stageOs(evidence: OsEvidence): OperatingSystem | undefined {
  const platform = platformOs(evidence.platform);
  if (platform !== undefined) return platform;
  if (hasWindowsShell(evidence.instructions)) return 'windows';
  return undefined;
}

/** The operating system of a stage on an external base; `stageOs` comes first. */
export function baseOs(evidence: OsEvidence): OperatingSystem {
  const { text, image, known, escape, instructions } = evidence;
  if (WINDOWS_REPOSITORY.test(text) || WINDOWS_TAG.test(text) || known?.os === 'windows') return 'windows';
  const both = image !== undefined && BOTH.test(image.familiar);
  if (known !== undefined && !both) return known.os;
  if (LINUX_TAG.test(text) || LINUX_REPOSITORY.test(text)) return 'linux';
  if (runs(instructions, LINUX_PACKAGES)) return 'linux';
  if (usesWindows(instructions)) return 'windows';
  if (known !== undefined || runs(instructions, LINUX_WORD)) return 'linux';
  return escape === '`' ? 'windows' : 'unknown';
}

/** `os/arch`, `os` or `arch` (containerd/platforms, Parse); an architecture alone says nothing. */
function platformOs(platform: string | undefined): OperatingSystem | undefined {
  const os = /^(linux|windows)\b/i.exec(platform ?? '')?.[1]?.toLowerCase();
  return os === 'linux' || os === 'windows' ? os : undefined;
}

function hasWindowsShell(instructions: readonly Instruction[]): boolean {
  return instructions.some((instruction) => {
    if (instruction.keyword !== 'SHELL') return false;
    const name = shellName(instruction.json?.map(({ value }) => value) ?? []);
    return name === 'powershell' || name === 'cmd';
  });
}

function usesWindows(instructions: readonly Instruction[]): boolean {
  return instructions.some(({ keyword, body }) => {
    if (keyword === 'USER') return /^Container(?:Administrator|User)\b/i.test(body.text);
    return (keyword === 'RUN' || keyword === 'WORKDIR' || keyword === 'COPY') && WINDOWS_WORD.test(body.text);
  });
}

function runs(instructions: readonly Instruction[], words: RegExp): boolean {
  return instructions.some(({ keyword, body }) => keyword === 'RUN' && words.test(body.text));
}
