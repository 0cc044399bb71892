import { ConfigurationTarget, window, workspace, type QuickPickItem } from 'vscode';

interface ProfileItem extends QuickPickItem {
  readonly profile: 'recommended' | 'all';
}

const profiles: readonly ProfileItem[] = [
  {
    label: 'recommended',
    profile: 'recommended',
    detail: 'What is a defect or exposes something; quiet for most files',
  },
  { label: 'all', profile: 'all', detail: 'Also hardening, style and advice that people argue about' },
];

/** Lets a person choose the rules for this workspace, or for all where none is open. */
export async function chooseProfile(): Promise<void> {
  const settings = workspace.getConfiguration('dockerPatterns', window.activeTextEditor?.document.uri);
  const current = settings.get<string>('profile') ?? 'recommended';
  const items = profiles.map((item) => (item.profile === current ? { ...item, description: 'now' } : item));
  const chosen = await window.showQuickPick(items, {
    title: 'Profile of Docker Patterns',
    placeHolder: 'Which rules apply; this counts before a .docker-patterns.yaml',
  });
  if (chosen === undefined || chosen.profile === current) return;
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('profile', chosen.profile, target);
}
