// Written by `npm run generate`; do not edit.
/** A file of the guide, or `<file>#<heading>`. */
export type GuideSection =
  | 'application-health-check'
  | 'application-health-check#the-problem'
  | 'application-health-check#the-better-way'
  | 'application-health-check#which-command'
  | 'application-health-check#the-endpoint'
  | 'application-health-check#what-docker-does-with-it'
  | 'application-health-check#when-not-to'
  | 'application-health-check#official-documentation'
  | 'bind-mounts'
  | 'bind-mounts#the-problem'
  | 'bind-mounts#the-better-way'
  | 'bind-mounts#short-and-long-form'
  | 'bind-mounts#who-owns-the-files'
  | 'bind-mounts#what-changed'
  | 'bind-mounts#when-not-to'
  | 'bind-mounts#official-documentation'
  | 'bridge-network'
  | 'bridge-network#the-problem'
  | 'bridge-network#the-better-way'
  | 'bridge-network#publishing-a-port'
  | 'bridge-network#localhost'
  | 'bridge-network#the-network-of-the-host'
  | 'bridge-network#when-not-to'
  | 'bridge-network#official-documentation'
  | 'build-cache'
  | 'build-cache#the-problem'
  | 'build-cache#cache-mounts'
  | 'build-cache#apt'
  | 'build-cache#bind-mounts'
  | 'build-cache#sharing-the-cache-in-ci'
  | 'build-cache#when-not-to'
  | 'build-cache#official-documentation'
  | 'build-secrets'
  | 'build-secrets#the-problem'
  | 'build-secrets#the-better-way'
  | 'build-secrets#git-and-ssh'
  | 'build-secrets#in-compose'
  | 'build-secrets#in-github-actions'
  | 'build-secrets#what-it-does-not-do'
  | 'build-secrets#when-not-to'
  | 'build-secrets#official-documentation'
  | 'capabilities'
  | 'capabilities#the-problem'
  | 'capabilities#the-better-way'
  | 'capabilities#a-device-instead-of-privileged'
  | 'capabilities#when-not-to'
  | 'capabilities#official-documentation'
  | 'compose-development'
  | 'compose-development#the-problem'
  | 'compose-development#the-better-way'
  | 'compose-development#seeing-changes'
  | 'compose-development#waiting-for-one-another'
  | 'compose-development#what-not-everybody-needs'
  | 'compose-development#what-changed'
  | 'compose-development#when-not-to'
  | 'compose-development#official-documentation'
  | 'compose-production'
  | 'compose-production#the-problem'
  | 'compose-production#the-better-way'
  | 'compose-production#which-image'
  | 'compose-production#restarting'
  | 'compose-production#limits'
  | 'compose-production#several-containers-of-one-service'
  | 'compose-production#changing-a-running-project'
  | 'compose-production#when-not-to'
  | 'compose-production#official-documentation'
  | 'compose-reference'
  | 'compose-reference#the-parts'
  | 'compose-reference#the-problem'
  | 'compose-reference#the-better-way'
  | 'compose-reference#variables'
  | 'compose-reference#saying-things-once'
  | 'compose-reference#short-and-long-form'
  | 'compose-reference#what-compose-ignores'
  | 'compose-reference#when-not-to'
  | 'compose-reference#official-documentation'
  | 'dockerfile-reference'
  | 'dockerfile-reference#instructions'
  | 'dockerfile-reference#flags'
  | 'dockerfile-reference#exec-form-and-shell-form'
  | 'dockerfile-reference#parser-directives'
  | 'dockerfile-reference#when-not-to'
  | 'dockerfile-reference#official-documentation'
  | 'dockerignore'
  | 'dockerignore#the-problem'
  | 'dockerignore#the-better-way'
  | 'dockerignore#rules-of-the-file'
  | 'dockerignore#one-file-for-each-dockerfile'
  | 'dockerignore#the-strict-way'
  | 'dockerignore#when-not-to'
  | 'dockerignore#official-documentation'
  | 'dotnet-application'
  | 'dotnet-application#the-problem'
  | 'dotnet-application#the-better-way'
  | 'dotnet-application#smaller'
  | 'dotnet-application#several-projects'
  | 'dotnet-application#which-version'
  | 'dotnet-application#when-not-to'
  | 'dotnet-application#official-documentation'
  | 'external-network'
  | 'external-network#the-problem'
  | 'external-network#the-better-way'
  | 'external-network#when-not-to'
  | 'external-network#official-documentation'
  | 'github-actions'
  | 'github-actions#the-problem'
  | 'github-actions#the-better-way'
  | 'github-actions#names-that-cannot-be-moved'
  | 'github-actions#checking-first'
  | 'github-actions#the-cache'
  | 'github-actions#several-platforms'
  | 'github-actions#what-changed'
  | 'github-actions#when-not-to'
  | 'github-actions#official-documentation'
  | 'go-application'
  | 'go-application#the-problem'
  | 'go-application#the-better-way'
  | 'go-application#with-c-libraries'
  | 'go-application#for-several-platforms'
  | 'go-application#tools'
  | 'go-application#memory-and-processors'
  | 'go-application#which-version'
  | 'go-application#when-not-to'
  | 'go-application#official-documentation'
  | 'health-endpoint'
  | 'health-endpoint#the-problem'
  | 'health-endpoint#the-better-way'
  | 'health-endpoint#while-stopping'
  | 'health-endpoint#who-may-ask'
  | 'health-endpoint#when-not-to'
  | 'health-endpoint#official-documentation'
  | 'inspect'
  | 'inspect#the-problem'
  | 'inspect#the-better-way'
  | 'inspect#containers'
  | 'inspect#images'
  | 'inspect#networks-and-volumes'
  | 'inspect#compose'
  | 'inspect#when-not-to'
  | 'inspect#official-documentation'
  | 'interactive-shell'
  | 'interactive-shell#a-running-container'
  | 'interactive-shell#an-image'
  | 'interactive-shell#the-problem'
  | 'interactive-shell#the-better-way'
  | 'interactive-shell#a-container-that-does-not-start'
  | 'interactive-shell#a-build-that-fails'
  | 'interactive-shell#when-not-to'
  | 'interactive-shell#official-documentation'
  | 'java-application'
  | 'java-application#the-problem'
  | 'java-application#the-better-way'
  | 'java-application#without-spring-boot'
  | 'java-application#memory'
  | 'java-application#smaller-still'
  | 'java-application#which-version'
  | 'java-application#when-not-to'
  | 'java-application#official-documentation'
  | 'layer-optimization'
  | 'layer-optimization#the-problem'
  | 'layer-optimization#copying-what-the-install-needs-first'
  | 'layer-optimization#one-layer-for-things-that-belong-together'
  | 'layer-optimization#when-not-to'
  | 'layer-optimization#official-documentation'
  | 'multi-stage-builds'
  | 'multi-stage-builds#the-problem'
  | 'multi-stage-builds#the-better-way'
  | 'multi-stage-builds#why-it-works'
  | 'multi-stage-builds#naming-stages'
  | 'multi-stage-builds#sharing-a-base'
  | 'multi-stage-builds#when-not-to'
  | 'multi-stage-builds#official-documentation'
  | 'named-volumes'
  | 'named-volumes#the-problem'
  | 'named-volumes#the-better-way'
  | 'named-volumes#where-images-keep-their-data'
  | 'named-volumes#what-gets-lost-and-when'
  | 'named-volumes#a-volume-that-others-made'
  | 'named-volumes#when-not-to'
  | 'named-volumes#official-documentation'
  | 'network-aliases'
  | 'network-aliases#the-problem'
  | 'network-aliases#the-better-way'
  | 'network-aliases#names-outside-docker'
  | 'network-aliases#when-not-to'
  | 'network-aliases#official-documentation'
  | 'node-application'
  | 'node-application#the-problem'
  | 'node-application#the-better-way'
  | 'node-application#installing'
  | 'node-application#which-version'
  | 'node-application#starting-and-stopping'
  | 'node-application#nextjs-and-other-bundlers'
  | 'node-application#when-not-to'
  | 'node-application#official-documentation'
  | 'override-files'
  | 'override-files#the-problem'
  | 'override-files#the-better-way'
  | 'override-files#how-files-are-merged'
  | 'override-files#taking-something-away'
  | 'override-files#other-ways-to-share'
  | 'override-files#what-changed'
  | 'override-files#when-not-to'
  | 'override-files#official-documentation'
  | 'php-application'
  | 'php-application#the-problem'
  | 'php-application#the-better-way'
  | 'php-application#fpm'
  | 'php-application#extensions'
  | 'php-application#which-version'
  | 'php-application#when-not-to'
  | 'php-application#official-documentation'
  | 'python-application'
  | 'python-application#the-problem'
  | 'python-application#the-better-way'
  | 'python-application#the-cache-of-pip'
  | 'python-application#exact-versions'
  | 'python-application#which-version'
  | 'python-application#when-not-to'
  | 'python-application#official-documentation'
  | 'read-only-filesystem'
  | 'read-only-filesystem#the-problem'
  | 'read-only-filesystem#the-better-way'
  | 'read-only-filesystem#finding-out-what-it-writes'
  | 'read-only-filesystem#when-not-to'
  | 'read-only-filesystem#official-documentation'
  | 'reducing-image-size'
  | 'reducing-image-size#the-problem'
  | 'reducing-image-size#the-better-way'
  | 'reducing-image-size#choosing-a-base'
  | 'reducing-image-size#packages-from-apt'
  | 'reducing-image-size#packages-from-apk'
  | 'reducing-image-size#packages-from-dnf-and-microdnf'
  | 'reducing-image-size#leave-out-what-you-do-not-need'
  | 'reducing-image-size#when-not-to'
  | 'reducing-image-size#official-documentation'
  | 'resources'
  | 'resources#reference'
  | 'resources#good-practice'
  | 'resources#images'
  | 'resources#tools'
  | 'resources#what-moved'
  | 'resources#official-documentation'
  | 'ruby-application'
  | 'ruby-application#the-problem'
  | 'ruby-application#the-better-way'
  | 'ruby-application#the-lock-file-and-platforms'
  | 'ruby-application#which-version'
  | 'ruby-application#when-not-to'
  | 'ruby-application#official-documentation'
  | 'run-as-non-root'
  | 'run-as-non-root#the-problem'
  | 'run-as-non-root#using-the-user-the-image-brings'
  | 'run-as-non-root#adding-a-user'
  | 'run-as-non-root#files-the-process-writes'
  | 'run-as-non-root#ports-below-1024'
  | 'run-as-non-root#in-compose'
  | 'run-as-non-root#when-not-to'
  | 'run-as-non-root#official-documentation'
  | 'rust-application'
  | 'rust-application#the-problem'
  | 'rust-application#the-better-way'
  | 'rust-application#without-cache-mounts'
  | 'rust-application#static-programs'
  | 'rust-application#smaller'
  | 'rust-application#when-not-to'
  | 'rust-application#official-documentation'
  | 'security-hardening'
  | 'security-hardening#the-problem'
  | 'security-hardening#the-better-way'
  | 'security-hardening#pinning-the-base-image'
  | 'security-hardening#build-secrets'
  | 'security-hardening#fewer-programs-fewer-holes'
  | 'security-hardening#run-as-an-ordinary-user'
  | 'security-hardening#signals-and-lost-processes'
  | 'security-hardening#the-socket-of-docker'
  | 'security-hardening#sharing-nothing-with-the-host'
  | 'security-hardening#passwords-in-compose-files'
  | 'security-hardening#when-not-to'
  | 'security-hardening#official-documentation'
  | 'security-scanning'
  | 'security-scanning#the-problem'
  | 'security-scanning#two-kinds-of-questions'
  | 'security-scanning#scanning-an-image'
  | 'security-scanning#checking-a-dockerfile'
  | 'security-scanning#what-is-in-it'
  | 'security-scanning#in-ci'
  | 'security-scanning#mending'
  | 'security-scanning#when-not-to'
  | 'security-scanning#official-documentation'
  | 'size-comparison'
  | 'size-comparison#the-problem'
  | 'size-comparison#the-better-way'
  | 'size-comparison#base-images'
  | 'size-comparison#which-one'
  | 'size-comparison#weighing-your-own'
  | 'size-comparison#when-not-to'
  | 'size-comparison#official-documentation'
  | 'static-sites'
  | 'static-sites#the-problem'
  | 'static-sites#the-better-way'
  | 'static-sites#settings'
  | 'static-sites#other-servers'
  | 'static-sites#when-not-to'
  | 'static-sites#official-documentation'
  | 'tmpfs'
  | 'tmpfs#the-problem'
  | 'tmpfs#the-better-way'
  | 'tmpfs#when-not-to'
  | 'tmpfs#official-documentation'
  | 'view-logs'
  | 'view-logs#reading'
  | 'view-logs#the-problem'
  | 'view-logs#the-better-way'
  | 'view-logs#nothing-to-see'
  | 'view-logs#when-not-to'
  | 'view-logs#official-documentation'
  | 'windows-containers'
  | 'windows-containers#the-problem'
  | 'windows-containers#the-better-way'
  | 'windows-containers#which-base'
  | 'windows-containers#powershell'
  | 'windows-containers#what-is-different'
  | 'windows-containers#when-not-to'
  | 'windows-containers#official-documentation';

/** Title of each section; `link` is an official page for editors that cannot open the guide. */
export const guideSections: Readonly<Record<GuideSection, { readonly title: string; readonly link: string }>> = {
  'application-health-check': {
    title: 'Application health check',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#which-command': {
    title: 'Which command',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-endpoint': {
    title: 'The endpoint',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#what-docker-does-with-it': {
    title: 'What Docker does with it',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'bind-mounts': {
    title: 'Bind mounts',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#short-and-long-form': {
    title: 'Short and long form',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#who-owns-the-files': {
    title: 'Who owns the files',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#what-changed': {
    title: 'What changed',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bridge-network': {
    title: 'Bridge networks',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#publishing-a-port': {
    title: 'Publishing a port',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#localhost': {
    title: 'localhost',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-network-of-the-host': {
    title: 'The network of the host',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'build-cache': {
    title: 'Build cache',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#cache-mounts': {
    title: 'Cache mounts',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#apt': {
    title: 'apt',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#bind-mounts': {
    title: 'Bind mounts',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#sharing-the-cache-in-ci': {
    title: 'Sharing the cache in CI',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-secrets': {
    title: 'Build secrets',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#git-and-ssh': {
    title: 'Git and SSH',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#in-compose': {
    title: 'In Compose',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#in-github-actions': {
    title: 'In GitHub Actions',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#what-it-does-not-do': {
    title: 'What it does not do',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'capabilities': {
    title: 'Capabilities',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#a-device-instead-of-privileged': {
    title: 'A device instead of privileged',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'compose-development': {
    title: 'Compose for development',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#seeing-changes': {
    title: 'Seeing changes',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#waiting-for-one-another': {
    title: 'Waiting for one another',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#what-not-everybody-needs': {
    title: 'What not everybody needs',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#what-changed': {
    title: 'What changed',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-production': {
    title: 'Compose in production',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#which-image': {
    title: 'Which image',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#restarting': {
    title: 'Restarting',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#limits': {
    title: 'Limits',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#several-containers-of-one-service': {
    title: 'Several containers of one service',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#changing-a-running-project': {
    title: 'Changing a running project',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-reference': {
    title: 'Compose file reference',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-parts': {
    title: 'The parts',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#variables': {
    title: 'Variables',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#saying-things-once': {
    title: 'Saying things once',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#short-and-long-form': {
    title: 'Short and long form',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#what-compose-ignores': {
    title: 'What Compose ignores',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'dockerfile-reference': {
    title: 'Dockerfile reference',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#instructions': {
    title: 'Instructions',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#flags': {
    title: 'Flags',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#exec-form-and-shell-form': {
    title: 'Exec form and shell form',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#parser-directives': {
    title: 'Parser directives',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerignore': {
    title: '.dockerignore',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#rules-of-the-file': {
    title: 'Rules of the file',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#one-file-for-each-dockerfile': {
    title: 'One file for each Dockerfile',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-strict-way': {
    title: 'The strict way',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dotnet-application': {
    title: '.NET application',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#smaller': {
    title: 'Smaller',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#several-projects': {
    title: 'Several projects',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'external-network': {
    title: 'External networks',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'github-actions': {
    title: 'GitHub Actions',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#names-that-cannot-be-moved': {
    title: 'Names that cannot be moved',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#checking-first': {
    title: 'Checking first',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-cache': {
    title: 'The cache',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#several-platforms': {
    title: 'Several platforms',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#what-changed': {
    title: 'What changed',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'go-application': {
    title: 'Go application',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#with-c-libraries': {
    title: 'With C libraries',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#for-several-platforms': {
    title: 'For several platforms',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#tools': {
    title: 'Tools',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#memory-and-processors': {
    title: 'Memory and processors',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'health-endpoint': {
    title: 'Health endpoint',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#while-stopping': {
    title: 'While stopping',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#who-may-ask': {
    title: 'Who may ask',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'inspect': {
    title: 'Inspect',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#containers': {
    title: 'Containers',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#images': {
    title: 'Images',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#networks-and-volumes': {
    title: 'Networks and volumes',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#compose': {
    title: 'Compose',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'interactive-shell': {
    title: 'Interactive shell',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-running-container': {
    title: 'A running container',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#an-image': {
    title: 'An image',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-container-that-does-not-start': {
    title: 'A container that does not start',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-build-that-fails': {
    title: 'A build that fails',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'java-application': {
    title: 'Java application',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#without-spring-boot': {
    title: 'Without Spring Boot',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#memory': {
    title: 'Memory',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#smaller-still': {
    title: 'Smaller still',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/java/',
  },
  'layer-optimization': {
    title: 'Layer optimization',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#copying-what-the-install-needs-first': {
    title: 'Copying what the install needs first',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#one-layer-for-things-that-belong-together': {
    title: 'One layer for things that belong together',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'multi-stage-builds': {
    title: 'Multi-stage builds',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#why-it-works': {
    title: 'Why it works',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#naming-stages': {
    title: 'Naming stages',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#sharing-a-base': {
    title: 'Sharing a base',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'named-volumes': {
    title: 'Named volumes',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#where-images-keep-their-data': {
    title: 'Where images keep their data',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#what-gets-lost-and-when': {
    title: 'What gets lost, and when',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#a-volume-that-others-made': {
    title: 'A volume that others made',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'network-aliases': {
    title: 'Network aliases',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#names-outside-docker': {
    title: 'Names outside Docker',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'node-application': {
    title: 'Node.js application',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#installing': {
    title: 'Installing',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#starting-and-stopping': {
    title: 'Starting and stopping',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#nextjs-and-other-bundlers': {
    title: 'Next.js and other bundlers',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'override-files': {
    title: 'Override files',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#how-files-are-merged': {
    title: 'How files are merged',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#taking-something-away': {
    title: 'Taking something away',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#other-ways-to-share': {
    title: 'Other ways to share',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#what-changed': {
    title: 'What changed',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'php-application': {
    title: 'PHP application',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#fpm': {
    title: 'FPM',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#extensions': {
    title: 'Extensions',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/php/',
  },
  'python-application': {
    title: 'Python application',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-cache-of-pip': {
    title: 'The cache of pip',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#exact-versions': {
    title: 'Exact versions',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/python/',
  },
  'read-only-filesystem': {
    title: 'Read-only file system',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#finding-out-what-it-writes': {
    title: 'Finding out what it writes',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'reducing-image-size': {
    title: 'Reducing image size',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#choosing-a-base': {
    title: 'Choosing a base',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apt': {
    title: 'Packages from apt',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apk': {
    title: 'Packages from apk',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-dnf-and-microdnf': {
    title: 'Packages from dnf and microdnf',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#leave-out-what-you-do-not-need': {
    title: 'Leave out what you do not need',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'resources': {
    title: 'Resources',
    link: 'https://docs.docker.com/',
  },
  'resources#reference': {
    title: 'Reference',
    link: 'https://docs.docker.com/',
  },
  'resources#good-practice': {
    title: 'Good practice',
    link: 'https://docs.docker.com/',
  },
  'resources#images': {
    title: 'Images',
    link: 'https://docs.docker.com/',
  },
  'resources#tools': {
    title: 'Tools',
    link: 'https://docs.docker.com/',
  },
  'resources#what-moved': {
    title: 'What moved',
    link: 'https://docs.docker.com/',
  },
  'resources#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/',
  },
  'ruby-application': {
    title: 'Ruby application',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-lock-file-and-platforms': {
    title: 'The lock file and platforms',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#which-version': {
    title: 'Which version',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'run-as-non-root': {
    title: 'Run as non-root',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#using-the-user-the-image-brings': {
    title: 'Using the user the image brings',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#adding-a-user': {
    title: 'Adding a user',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#files-the-process-writes': {
    title: 'Files the process writes',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#ports-below-1024': {
    title: 'Ports below 1024',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#in-compose': {
    title: 'In Compose',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'rust-application': {
    title: 'Rust application',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#without-cache-mounts': {
    title: 'Without cache mounts',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#static-programs': {
    title: 'Static programs',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#smaller': {
    title: 'Smaller',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'security-hardening': {
    title: 'Security hardening',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#pinning-the-base-image': {
    title: 'Pinning the base image',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#build-secrets': {
    title: 'Build secrets',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#fewer-programs-fewer-holes': {
    title: 'Fewer programs, fewer holes',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#run-as-an-ordinary-user': {
    title: 'Run as an ordinary user',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#signals-and-lost-processes': {
    title: 'Signals and lost processes',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-socket-of-docker': {
    title: 'The socket of Docker',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#sharing-nothing-with-the-host': {
    title: 'Sharing nothing with the host',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#passwords-in-compose-files': {
    title: 'Passwords in Compose files',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-scanning': {
    title: 'Security scanning',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#two-kinds-of-questions': {
    title: 'Two kinds of questions',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#scanning-an-image': {
    title: 'Scanning an image',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#checking-a-dockerfile': {
    title: 'Checking a Dockerfile',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#what-is-in-it': {
    title: 'What is in it',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#in-ci': {
    title: 'In CI',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#mending': {
    title: 'Mending',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/scout/',
  },
  'size-comparison': {
    title: 'Size comparison',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#base-images': {
    title: 'Base images',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#which-one': {
    title: 'Which one',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#weighing-your-own': {
    title: 'Weighing your own',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'static-sites': {
    title: 'Static sites',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#settings': {
    title: 'Settings',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#other-servers': {
    title: 'Other servers',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'tmpfs': {
    title: 'tmpfs mounts',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'view-logs': {
    title: 'View logs',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#reading': {
    title: 'Reading',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#the-problem': {
    title: 'The problem',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#the-better-way': {
    title: 'The better way',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#nothing-to-see': {
    title: 'Nothing to see',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#when-not-to': {
    title: 'When not to',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#official-documentation': {
    title: 'Official documentation',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'windows-containers': {
    title: 'Windows containers',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#the-problem': {
    title: 'The problem',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#the-better-way': {
    title: 'The better way',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#which-base': {
    title: 'Which base',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#powershell': {
    title: 'PowerShell',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#what-is-different': {
    title: 'What is different',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#when-not-to': {
    title: 'When not to',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#official-documentation': {
    title: 'Official documentation',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
};
