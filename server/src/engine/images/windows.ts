import { windowsCycles } from './lifetimes.js';
import type { ImageRecord } from './record.js';

// Source: learn.microsoft.com/virtualization/windowscontainers, "Container base images" and "Windows container base
// image users": Nano Server starts as ContainerUser, the others as ContainerAdministrator; both accounts always exist.

export const windows: readonly ImageRecord[] = [
  {
    names: ['mcr.microsoft.com/windows/nanoserver'],
    base: 'nanoserver',
    fixedBase: true,
    aliases: { '20h2': '20h2' },
    cycles: windowsCycles,
  },
  {
    names: ['mcr.microsoft.com/windows/servercore', 'mcr.microsoft.com/windows/server', 'mcr.microsoft.com/windows'],
    base: 'servercore',
    fixedBase: true,
    aliases: { '20h2': '20h2' },
    cycles: windowsCycles,
  },
  // IIS needs an administrator to start; its worker processes run as the identity of their application pool
  // (learn.microsoft.com/iis/manage/configuring-security/application-pool-identities).
  {
    names: ['mcr.microsoft.com/windows/servercore/iis'],
    base: 'servercore',
    fixedBase: true,
    dropsPrivileges: true,
    ports: [80],
  },
  // microsoft/dotnet-framework-docker.
  { names: ['mcr.microsoft.com/dotnet/framework/*'], base: 'servercore', fixedBase: true },
  {
    names: ['mcr.microsoft.com/dotnet/framework/aspnet', 'mcr.microsoft.com/dotnet/framework/wcf'],
    base: 'servercore',
    fixedBase: true,
    dropsPrivileges: true,
    ports: [80],
  },
  // The PowerShell images: Windows when the tag says so, Ubuntu otherwise.
  { names: ['mcr.microsoft.com/powershell'], base: 'ubuntu' },
];
