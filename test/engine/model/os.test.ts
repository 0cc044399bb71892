import { describe, expect, test } from 'vitest';
import { open } from './parse.js';

const os = (...lines: readonly string[]) => open(...lines).finalStage?.os;

describe('the operating system of a stage', () => {
  test.each([
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022',
    'FROM mcr.microsoft.com/windows/servercore:$TAG',
    'FROM mcr.microsoft.com/windows:ltsc2019',
    'FROM mcr.microsoft.com/dotnet/framework/sdk:4.8',
    'FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-ltsc2022',
    'FROM golang:1.23-windowsservercore-ltsc2022',
    'FROM python:3.12-windowsservercore-$V',
    'FROM registry.example/base/nanoserver',
    'FROM winamd64/golang:1.23',
    'FROM --platform=windows/amd64 example/base',
  ])('Windows by its name: %s', (line) => {
    expect(os(line)).toBe('windows');
  });

  test.each([
    'FROM node:20',
    'FROM mcr.microsoft.com/dotnet/sdk:8.0',
    'FROM golang:1.23',
    'FROM scratch',
    'FROM --platform=linux/arm64 example/base',
  ])('Linux by its name: %s', (line) => {
    expect(os(line)).toBe('linux');
  });

  test('unknown without any sign', () => {
    expect(os('FROM example/base', 'RUN build')).toBe('unknown');
    expect(os('FROM $BASE')).toBe('unknown');
    expect(os('FROM dockurr/windows')).toBe('unknown');
    expect(os('FROM --platform=$BUILDPLATFORM example/windows-tools-for-linux', 'RUN apt-get update')).toBe('linux');
  });

  test('the shell tells, for the stage and those built from it', () => {
    expect(os('FROM example/base', 'SHELL ["powershell", "-Command"]')).toBe('windows');
    expect(os('FROM example/base AS a', 'SHELL ["cmd", "/S", "/C"]', 'FROM a')).toBe('windows');
    expect(os('FROM mcr.microsoft.com/dotnet/sdk:8.0', 'SHELL ["pwsh", "-Command"]')).toBe('linux');
  });

  test('the escape directive hints where nothing else tells', () => {
    expect(os('# escape=`', 'FROM example/base', 'RUN build')).toBe('windows');
    expect(os('# escape=`', 'FROM example/base', 'RUN apt-get update')).toBe('linux');
    expect(os('# escape=`', 'FROM node:20')).toBe('linux');
    expect(os('# escape=`', 'FROM python:3.12', 'RUN pip install x')).toBe('linux');
  });

  test('the instructions tell for images made for both', () => {
    expect(os('# escape=`', 'FROM mcr.microsoft.com/dotnet/sdk:8.0', 'WORKDIR C:\\src')).toBe('windows');
    expect(os('FROM example/base', 'USER ContainerAdministrator')).toBe('windows');
    expect(os('FROM example/base', 'COPY app.exe C:\\app.exe')).toBe('windows');
  });

  test('Linux text that looks like Windows stays Linux', () => {
    expect(os('FROM node:20', 'RUN echo "C:\\\\x" && powershell --version')).toBe('linux');
    expect(
      os('ARG REPO=mcr.microsoft.com/dotnet/aspnet', 'FROM $REPO:8.0-alpine3.23', 'RUN ls /usr/share/powershell'),
    ).toBe('linux');
    const base = 'FROM registry.example/team/base:1';
    expect(os('FROM registry.example/alpine:3.20', 'RUN pwsh -Command "Write-Host $env:HOME"')).toBe('linux');
    expect(os(base, 'RUN apk add --no-cache less && pwsh -Command "Write-Host $env:HOME"')).toBe('linux');
    expect(os(base, 'RUN dpkg --add-architecture i386 && apt-get -qq update && wine "C:\\\\setup.exe"')).toBe('linux');
    expect(os(base, 'RUN powershell -Command Write-Host $env:PATH')).toBe('windows');
  });

  test('a long row of what may be options is read in one go', () => {
    // Going over the rest again from each of them would take minutes.
    expect(os('FROM registry.example/team/base:1', `RUN x${' -apt'.repeat(120_000)}`)).toBe('linux');
  });
});
