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

/** Title and first paragraph of each section; `link` is an official page for editors that cannot open the guide. */
export const guideSections: Readonly<
  Record<GuideSection, { readonly title: string; readonly lead: string; readonly link: string }>
> = {
  'application-health-check': {
    title: 'Application health check',
    lead: 'Tell Docker how to find out whether the program still answers, not only whether its process exists.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-problem': {
    title: 'The problem',
    lead: 'A process can hang: out of database connections, in a deadlock, in an endless loop. Docker sees a running container and changes nothing.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-better-way': {
    title: 'The better way',
    lead: 'Docker runs the command inside the container. Exit code 0 means healthy, 1 means not. After as many failures in a row as `--retries` says, the container is *unhealthy*.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#which-command': {
    title: 'Which command',
    lead: 'Use what the image has. Slim and distroless images have no curl; Alpine has BusyBox wget.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-endpoint': {
    title: 'The endpoint',
    lead: 'Answer 200 when the program can do its work, 503 when it cannot. Keep it quick and free of side effects, since it is called all day.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#what-docker-does-with-it': {
    title: 'What Docker does with it',
    lead: 'Docker shows the state and Compose can wait for it (`depends_on` with `condition: service_healthy`). Swarm replaces unhealthy containers; plain Docker does not restart them.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'bind-mounts': {
    title: 'Bind mounts',
    lead: 'A folder of the host inside a container: right for source code while developing, risky for most else.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#the-problem': {
    title: 'The problem',
    lead: 'Whoever breaks into this container writes into `/etc` of the machine, reads your keys, and through the socket starts any other container as root. `:ro` does not help with the socket: it protects the file, not what is said through it.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#the-better-way': {
    title: 'The better way',
    lead: 'Mount what you are working on, and nothing above it.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#short-and-long-form': {
    title: 'Short and long form',
    lead: 'In the short form a path starts with `.`, `/` or `~`; anything else is the name of a volume. If the path is not there, Docker makes an empty folder that belongs to root. The long form can refuse instead:',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#who-owns-the-files': {
    title: 'Who owns the files',
    lead: 'On Linux both sides see the same user ids. A container that writes as root leaves files that you cannot delete without `sudo`; one with another id cannot write at all. Run it with your own: `user: "${UID:-1000}:${GID:-1000}"`. Docker Desktop on a Mac and on Windows translates owners for you.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#what-changed': {
    title: 'What changed',
    lead: '`:delegated`, `:cached` and `:consistent` were hints for Docker for Mac. They are still accepted, and have done nothing for years.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bridge-network': {
    title: 'Bridge networks',
    lead: 'Services of a project reach each other by name; only what is published can be reached from outside.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-problem': {
    title: 'The problem',
    lead: 'The app does not need that port: it reaches the database as `db:5432` on the network of the project. What the port does is open the database to everybody who can reach the machine. Docker writes its own firewall rules, so those of ufw and firewalld do not keep anybody out.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-better-way': {
    title: 'The better way',
    lead: 'Compose makes one bridge network for a project by itself. Make two where not everybody needs to talk to everybody:',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#publishing-a-port': {
    title: 'Publishing a port',
    lead: '`expose` opens nothing; it is a note. Between services, use the port inside the container, never the published one.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#localhost': {
    title: 'localhost',
    lead: 'Inside a container, `localhost` is the container. To reach another service, use its name. To reach the host, use `host.docker.internal`; on Linux, add `extra_hosts: ["host.docker.internal:host-gateway"]`. A program that listens on 127.0.0.1 inside a container cannot be reached from outside it: let it listen on 0.0.0.0.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#the-network-of-the-host': {
    title: 'The network of the host',
    lead: 'With `network_mode: host` there is no border: every port the program opens is open on the machine, and it reaches everything that listens on the machine\'s `localhost`. `ports` then has no effect.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#when-not-to': {
    title: 'When not to',
    lead: 'Programs that look at the network of the host itself (monitoring, DHCP, discovery by broadcast) may need `host`. Say why in a comment.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'build-cache': {
    title: 'Build cache',
    lead: 'Let BuildKit keep downloads between builds in cache mounts, and share the layer cache with other machines.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#the-problem': {
    title: 'The problem',
    lead: 'When a lock file changes, the install layer is built from nothing: a single new package downloads all the others again.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#cache-mounts': {
    title: 'Cache mounts',
    lead: 'A cache mount is a folder that outlives the build and never becomes part of the image. Point it at the folder where the tool keeps its downloads.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#apt': {
    title: 'apt',
    lead: 'apt wants its folders for itself, so lock the mounts: a second build then waits instead of failing. Debian\'s image deletes packages right after the install; switch that off first. Do not remove the lists at the end, they are not in the image.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#bind-mounts': {
    title: 'Bind mounts',
    lead: 'A file that is needed for one command only need not be copied.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#sharing-the-cache-in-ci': {
    title: 'Sharing the cache in CI',
    lead: 'A fresh machine has no cache. Store it in a registry or in the cache of the CI service.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-secrets': {
    title: 'Build secrets',
    lead: 'Hand a password or a key to the one command that needs it, so that it is neither in the image nor in its history.',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#the-problem': {
    title: 'The problem',
    lead: 'The file is gone, the token is not: `docker history` shows the values of `ARG` to everybody who can pull the image, and the attestations of a build may carry them too. With `ENV`, or a copied file that a later instruction removes, it is the same.',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#the-better-way': {
    title: 'The better way',
    lead: 'The file is there while the command runs and belongs to no layer. Without `target` it is `/run/secrets/npmrc`. Other ways to hand it over:',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#git-and-ssh': {
    title: 'Git and SSH',
    lead: 'Your agent answers for the key; the key itself never leaves your machine.',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#in-compose': {
    title: 'In Compose',
    lead: '`environment: NPM_TOKEN` instead of `file` takes a variable of your shell.',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#in-github-actions': {
    title: 'In GitHub Actions',
    lead: '',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#what-it-does-not-do': {
    title: 'What it does not do',
    lead: '',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#when-not-to': {
    title: 'When not to',
    lead: 'What the program needs while it *runs* is no build secret: see [Security hardening](security-hardening.md#build-secrets) and the secrets of [Compose](compose-development.md). Values that may be public, such as a version, are what `ARG` is for.',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'build-secrets#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/secrets/',
  },
  'capabilities': {
    title: 'Capabilities',
    lead: 'Take all the special rights of root from a container and give back the few that it needs.',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#the-problem': {
    title: 'The problem',
    lead: 'Linux splits the power of root into some forty capabilities. A container gets fourteen of them by default: more than most programs use. And when something does not work, it is tempting to hand out all of them:',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#the-better-way': {
    title: 'The better way',
    lead: 'Start with nothing and add what the program misses. `no-new-privileges` keeps it from getting more through a setuid program such as `sudo`.',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#a-device-instead-of-privileged': {
    title: 'A device instead of privileged',
    lead: 'For graphics cards there is `gpus: all`, or a reservation in `deploy.resources`.',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#when-not-to': {
    title: 'When not to',
    lead: 'Programs that manage the host (network drivers, Docker in Docker, monitoring with eBPF) need special rights. Give them the capabilities by name, say why in a comment, and run nothing else in that container.',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'compose-development': {
    title: 'Compose for development',
    lead: 'Start the whole project with one command, see changes at once, and keep what belongs to one machine out of the file.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#the-problem': {
    title: 'The problem',
    lead: 'The password is in Git. The database changes its version whenever somebody pulls. Everybody in the café can open port 3000. And `depends_on` alone waits until the database has been started, not until it answers: the first start fails, the second works.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#the-better-way': {
    title: 'The better way',
    lead: 'Put `db_password.txt` in `.gitignore` and in `.dockerignore`.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#seeing-changes': {
    title: 'Seeing changes',
    lead: '`docker compose up --watch` copies what you save into the container. Each rule names a path and what to do:',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#waiting-for-one-another': {
    title: 'Waiting for one another',
    lead: 'A program should also try again by itself: a database restarts in the middle of the day, too.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#what-not-everybody-needs': {
    title: 'What not everybody needs',
    lead: 'A service with a profile starts only when somebody asks for it: `docker compose --profile tools up`.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#what-changed': {
    title: 'What changed',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#when-not-to': {
    title: 'When not to',
    lead: 'Running the program on your own machine and only its database in a container is a good setup as well, and quicker to debug.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-production': {
    title: 'Compose in production',
    lead: 'What a service needs where nobody watches it: a fixed image, a restart policy, limits, and logs that do not fill the disk.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#the-problem': {
    title: 'The problem',
    lead: 'After a crash or a reboot the service stays down. One leak of memory takes the whole machine along. Nobody can tell which version runs, or go back to the one before. A fixed name stops you from starting a second container.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#which-image': {
    title: 'Which image',
    lead: 'Name a version, or a digest if you must know the exact bytes. Where the version comes from outside, let Compose stop when it is missing: `image: registry.example.com/shop/app:${VERSION:?}`. Build in CI and only pull on the server; a `build` there needs sources and compilers.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#restarting': {
    title: 'Restarting',
    lead: 'Docker restarts a program that ends. It does not restart one that is *unhealthy*: that is done by Swarm and other orchestrators. `deploy.restart_policy` says the same in other words; do not mix the two.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#limits': {
    title: 'Limits',
    lead: 'Without a limit a container may take all memory, and the kernel then ends some process, perhaps of another container. Measure first with `docker stats`. Leave room for peaks: a program above its limit is killed, with exit code 137.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#several-containers-of-one-service': {
    title: 'Several containers of one service',
    lead: '`deploy.replicas: 2` or `docker compose up --scale app=2` start more. Then leave out `container_name` and the fixed host port, and put a proxy in front.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#changing-a-running-project': {
    title: 'Changing a running project',
    lead: '`--wait` returns when all services are healthy, and fails when one is not. Compose replaces one container by another; for a change without a gap you need an orchestrator.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#when-not-to': {
    title: 'When not to',
    lead: 'Compose runs on one machine. If you need several, changes without a gap or secrets kept in a store, take Swarm, Kubernetes or the platform of your provider.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-reference': {
    title: 'Compose file reference',
    lead: 'The parts of a Compose file, what Compose accepts in them, and what it ignores.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-parts': {
    title: 'The parts',
    lead: 'The file is called `compose.yaml`. `docker-compose.yml` still works. The program is `docker compose`, with a space: support for `docker-compose` 1 ended in July 2023.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-problem': {
    title: 'The problem',
    lead: '`version` has meant nothing since Compose 2; Compose prints a warning and goes on. A key that Compose does not know stops everything. `yes` is a text or a truth value, depending on the reader. Numbers with a colon, such as `22:22`, can be read as base 60: quote ports.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#the-better-way': {
    title: 'The better way',
    lead: '`docker compose config` shows what Compose made of your files, with all variables and defaults filled in, and `docker compose config --quiet` only says what is wrong.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#variables': {
    title: 'Variables',
    lead: 'Compose fills in variables before it looks at the file, in values only and never in keys. They come from the shell and from `.env` next to the file; the shell wins.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#saying-things-once': {
    title: 'Saying things once',
    lead: 'A YAML anchor names a part, an alias repeats it, `<<` takes over a mapping. Keep such parts under a key that starts with `x-`.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#short-and-long-form': {
    title: 'Short and long form',
    lead: 'Most lists have a short form in one text and a long form with keys. They mean the same; the long form has more options and is easier to change.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#what-compose-ignores': {
    title: 'What Compose ignores',
    lead: 'Some keys are there for Swarm (`docker stack deploy`) and do nothing with `docker compose up`: `deploy.placement`, `deploy.update_config`, `deploy.rollback_config` and `deploy.endpoint_mode`. `deploy.replicas` and `deploy.resources` count for both.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#when-not-to': {
    title: 'When not to',
    lead: 'One container that needs two options is a `docker run` in a script.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'dockerfile-reference': {
    title: 'Dockerfile reference',
    lead: 'The instructions and flags that Docker knows, and the two ways to write a command.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#instructions': {
    title: 'Instructions',
    lead: '`MAINTAINER` still works but is out of date: use a `LABEL`. An instruction that Docker does not know stops the build before its first step.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#flags': {
    title: 'Flags',
    lead: 'Flags stand between the instruction and its arguments, start with `--` and take their value after `=`. A flag that does not exist stops the build.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#exec-form-and-shell-form': {
    title: 'Exec form and shell form',
    lead: 'A command can be plain text or a JSON array.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#parser-directives': {
    title: 'Parser directives',
    lead: 'Comments of the form `# name=value` on the very first lines steer the parser: `# syntax=docker/dockerfile:1` selects the newest stable syntax, `` # escape=` `` changes the continuation character (for Windows paths), `# check=error=true` makes build checks fail the build. After any other line they are plain comments.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#when-not-to': {
    title: 'When not to',
    lead: 'The shell form is right for `RUN`, where a shell is what you want. For `CMD` and `ENTRYPOINT` it is a choice only where the shell does something for you.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerignore': {
    title: '.dockerignore',
    lead: 'List what the build does not need, so that it is neither sent to the builder nor copied into the image by accident.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-problem': {
    title: 'The problem',
    lead: '`COPY . .` copies what is in the folder: the Git history, `node_modules` built for another system, a `.env` with passwords, yesterday\'s logs. Each of them makes the image larger, spoils the cache when it changes, or leaks.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-better-way': {
    title: 'The better way',
    lead: 'Put a file called `.dockerignore` in the root of the build context.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#rules-of-the-file': {
    title: 'Rules of the file',
    lead: '',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#one-file-for-each-dockerfile': {
    title: 'One file for each Dockerfile',
    lead: '`api.Dockerfile.dockerignore` next to `api.Dockerfile` is used instead of the common file when you build that Dockerfile.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-strict-way': {
    title: 'The strict way',
    lead: 'Exclude everything and let in what the build needs. Nothing slips in unnoticed.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#when-not-to': {
    title: 'When not to',
    lead: 'A context that holds nothing but the Dockerfile and the files it copies needs no list.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dotnet-application': {
    title: '.NET application',
    lead: 'Publish with the SDK, run on the small ASP.NET image, as the user it brings.',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#the-problem': {
    title: 'The problem',
    lead: 'The SDK is four times as large as what the program needs. Every change restores all packages again. The program runs as root below a shell.',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#smaller': {
    title: 'Smaller',
    lead: 'Chiseled images have no time zones and cultures unless their tag says `extra`.',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#several-projects': {
    title: 'Several projects',
    lead: 'Copy every `.csproj` to its own folder before the restore. `COPY --parents` keeps the folders: `COPY --parents src/*/*.csproj ./`.',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#which-version': {
    title: 'Which version',
    lead: '.NET 10 gets fixes until November 2028. 8 and 9 have had none since 10 November 2026.',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#when-not-to': {
    title: 'When not to',
    lead: '`dotnet publish /t:PublishContainer` builds an image without a Dockerfile. If you need no packages from the system, that is less to look after. For Windows, see [Windows containers](windows-containers.md).',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'dotnet-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/dotnet/',
  },
  'external-network': {
    title: 'External networks',
    lead: 'Join a network that another project made.',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#the-problem': {
    title: 'The problem',
    lead: 'Two projects run side by side, a proxy and an app. Each has a network of its own, so the proxy cannot find the app. A network with the same name in both files does not help: Compose puts the name of the project in front, and they are two.',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#the-better-way': {
    title: 'The better way',
    lead: 'One project makes the network and gives it a fixed name:',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#when-not-to': {
    title: 'When not to',
    lead: 'Parts that are always started together belong in one project; `include` joins two files. Services that only meet by their published ports need no common network.',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'github-actions': {
    title: 'GitHub Actions',
    lead: 'Build on every change with a shared cache, push only from the main branch, and give the job no more rights than it needs.',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-problem': {
    title: 'The problem',
    lead: 'No cache, so every build starts from nothing. One tag for all, so nobody can go back. Pull requests push too. And the action is two versions behind.',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#names-that-cannot-be-moved': {
    title: 'Names that cannot be moved',
    lead: 'A tag such as `@v7` can be moved, and has been moved by attackers. The strict form names the commit and leaves the tag to a comment, which Dependabot and Renovate keep up to date:',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#checking-first': {
    title: 'Checking first',
    lead: '',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#the-cache': {
    title: 'The cache',
    lead: '`type=gha` shares ten gigabytes, unless you pay for more, with all other caches of the repository, and a pull request sees those of its target branch. `type=registry` has no such limit:',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#several-platforms': {
    title: 'Several platforms',
    lead: 'One job for each platform on a machine of that platform (`ubuntu-24.04-arm`), and a last one that joins the results, is many times faster than emulating with QEMU.',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#what-changed': {
    title: 'What changed',
    lead: 'Versions in autumn 2026: checkout 7, setup-buildx 4, login 4, setup-qemu 4, metadata 6, build-push 7. The old cache service of GitHub was switched off in April 2025; actions from before then cannot use `type=gha` any more.',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#when-not-to': {
    title: 'When not to',
    lead: 'If all you do is test, `docker build .` in a `run` step is enough.',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'github-actions#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/ci/github-actions/',
  },
  'go-application': {
    title: 'Go application',
    lead: 'Build a static program in one stage and ship it alone, without a shell, a package manager or root.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#the-problem': {
    title: 'The problem',
    lead: 'The compiler, all sources and the cache of modules are shipped: 300 MB to download for a program of ten. Every change of a source downloads all modules again.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#with-c-libraries': {
    title: 'With C libraries',
    lead: 'Some packages (SQLite, image formats) need cgo. Build on Debian and ship on an image with the same C library: `gcr.io/distroless/base-debian13:nonroot`, or `debian:13-slim`.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#for-several-platforms': {
    title: 'For several platforms',
    lead: 'Let the compiler run on the machine\'s own platform and compile for the other: much faster than emulating.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#tools': {
    title: 'Tools',
    lead: 'Name the version of a tool that you install, or every build may bring another.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#memory-and-processors': {
    title: 'Memory and processors',
    lead: 'Since Go 1.25 the runtime respects the CPU limit of the container by itself. The memory limit it does not know: set `GOMEMLIMIT` to some nine tenths of it.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#which-version': {
    title: 'Which version',
    lead: 'Each release gets fixes until the next but one is out, which is about a year: in autumn 2026 that is 1.27 and 1.26.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#when-not-to': {
    title: 'When not to',
    lead: 'A program that calls `git`, `ffmpeg` or a shell needs an image that has them. While developing, mount the sources and use `go run`.',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'go-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/golang/',
  },
  'health-endpoint': {
    title: 'Health endpoint',
    lead: 'An address where the program says whether it can do its work, quickly and without telling secrets.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#the-problem': {
    title: 'The problem',
    lead: 'This says that the web server answers. The database may have been gone for an hour.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#the-better-way': {
    title: 'The better way',
    lead: 'Two questions, two addresses.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#while-stopping': {
    title: 'While stopping',
    lead: 'Answer 503 as soon as the program is asked to stop, so that nobody sends new work, and finish what is under way.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#who-may-ask': {
    title: 'Who may ask',
    lead: 'Do not publish the address to the world: let the proxy refuse it, or listen on a second port that is not published.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#when-not-to': {
    title: 'When not to',
    lead: 'A program without a network needs no web server for this: it can touch a file while it works, and the health check looks how old the file is.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'health-endpoint#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'inspect': {
    title: 'Inspect',
    lead: 'Ask Docker what it knows of a container, an image, a network or a volume.',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#the-problem': {
    title: 'The problem',
    lead: '`docker inspect` prints hundreds of lines. What you want to know is in one of them.',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#the-better-way': {
    title: 'The better way',
    lead: 'Ask for it. `--format` takes a Go template; `json` prints a part as it is.',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#containers': {
    title: 'Containers',
    lead: '',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#images': {
    title: 'Images',
    lead: 'The last one asks the registry: which platforms there are, and the digest to [pin](security-hardening.md#pinning-the-base-image).',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#networks-and-volumes': {
    title: 'Networks and volumes',
    lead: 'To see whether one service reaches another, ask from inside:',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#compose': {
    title: 'Compose',
    lead: '`config` shows the file as Compose understood it, with every variable filled in. Most riddles end there.',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#when-not-to': {
    title: 'When not to',
    lead: 'Scripts should not depend on fields that are not documented, nor on the IP address of a container: it changes. Use names.',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'inspect#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/cli/docker/inspect/',
  },
  'interactive-shell': {
    title: 'Interactive shell',
    lead: 'Look around in a container, in an image, or in one that has no shell at all.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-running-container': {
    title: 'A running container',
    lead: 'Alpine and slim images have `sh`; `bash` only where somebody installed it. Whatever you change is gone when the container is replaced: put it in the Dockerfile.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#an-image': {
    title: 'An image',
    lead: '`--entrypoint` matters: without it the words behind the image are arguments of the program, and you get no shell. `--rm` removes the container when you leave.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#the-problem': {
    title: 'The problem',
    lead: 'Distroless images and `scratch` have no shell. That is good, and no reason to put one in.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#the-better-way': {
    title: 'The better way',
    lead: '`docker debug my-container` brings a shell and tools of its own and leaves the container as it is. It comes with Docker Desktop, since 4.49 without a subscription.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-container-that-does-not-start': {
    title: 'A container that does not start',
    lead: '`exec format error` means another platform (an image for arm64 on amd64) or a script whose first line is missing or ends with a Windows line break.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#a-build-that-fails': {
    title: 'A build that fails',
    lead: '`--target` builds up to a stage that still works; from there, try the failing command by hand.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#when-not-to': {
    title: 'When not to',
    lead: 'Do not open shells in production out of habit. What you need to see again and again belongs in [logs](view-logs.md) and metrics.',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'interactive-shell#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  },
  'java-application': {
    title: 'Java application',
    lead: 'Compile with a JDK, ship with a JRE, and let the layers follow what changes often and what does not.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#the-problem': {
    title: 'The problem',
    lead: 'Maven, the JDK and the whole local repository are shipped. Each change downloads everything again. And a shell stands between Docker and Java, so that `docker stop` cuts requests off.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#the-better-way': {
    title: 'The better way',
    lead: 'This is Spring Boot. Its jar can take itself apart: libraries, which seldom change, become a layer of their own, and a new build uploads only your own classes. Run the tests in CI, where their results can be seen.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#without-spring-boot': {
    title: 'Without Spring Boot',
    lead: '',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#memory': {
    title: 'Memory',
    lead: 'Java sees the memory limit of the container. By itself it takes a quarter of it for the heap; `-XX:MaxRAMPercentage=75` uses more and leaves room for threads and buffers. `-Xmx` says a fixed size and has to be changed with every limit. Options can also come from outside, in `JAVA_TOOL_OPTIONS`.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#smaller-still': {
    title: 'Smaller still',
    lead: '`jlink` makes a runtime with only the modules you use. Alpine variants (`eclipse-temurin:25-jre-alpine`) are smaller; libraries with native parts may not run on musl.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#which-version': {
    title: 'Which version',
    lead: '25, 21 and 17 have long support. 26 has had no updates since September 2026. `openjdk` images are no longer made: use `eclipse-temurin`, `amazoncorretto` or another build.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#when-not-to': {
    title: 'When not to',
    lead: 'Jib and Spring Boot\'s `bootBuildImage` build images without a Dockerfile, in good layers. If you need nothing that they do not do, take them.',
    link: 'https://docs.docker.com/guides/java/',
  },
  'java-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/java/',
  },
  'layer-optimization': {
    title: 'Layer optimization',
    lead: 'Put what changes rarely above what changes often, so that a small edit repeats only the last steps of the build.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#the-problem': {
    title: 'The problem',
    lead: 'Every instruction makes a layer, and Docker reuses a layer only if the instruction, its input files and every layer above are unchanged. With the whole project copied first, one changed comment makes Docker install all packages again.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#copying-what-the-install-needs-first': {
    title: 'Copying what the install needs first',
    lead: 'An install reads few files: the manifest and the lock file. Copy those, install, and copy the rest afterwards. The install then runs again only when the dependencies change.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#one-layer-for-things-that-belong-together': {
    title: 'One layer for things that belong together',
    lead: 'A file deleted in a later layer is still stored in the earlier one. Clean up in the instruction that made the mess, and keep `apt-get update` with its `install`: apart, the update comes from the cache and the install asks for packages that are gone.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'multi-stage-builds': {
    title: 'Multi-stage builds',
    lead: 'Build in one stage and ship from another, so that compilers, caches and sources stay out of the image people run.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-problem': {
    title: 'The problem',
    lead: 'One stage does everything here. The compiler, the package cache and the whole source tree travel with the program to every machine that pulls the image, and whoever breaks into the container finds a tool box.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-better-way': {
    title: 'The better way',
    lead: 'The first stage builds. The last stage starts from a small image and takes over nothing but the result.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#why-it-works': {
    title: 'Why it works',
    lead: '',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#naming-stages': {
    title: 'Naming stages',
    lead: 'Give each stage a name that says what it is for and refer to it by that name. A number such as `--from=0` points to something else as soon as somebody adds a stage above.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#sharing-a-base': {
    title: 'Sharing a base',
    lead: 'When several stages need the same start, make that start a stage of its own.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#when-not-to': {
    title: 'When not to',
    lead: 'A script that needs no build step, or an image used only to run tests, gains little. One stage is easier to read there.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'named-volumes': {
    title: 'Named volumes',
    lead: 'Data that outlives its container, kept by Docker under a name.',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#the-problem': {
    title: 'The problem',
    lead: 'What a container writes is gone when it is replaced, and Compose replaces it at every change of image or configuration. A volume that is used and not declared stops Compose:',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#the-better-way': {
    title: 'The better way',
    lead: 'The volume is called `shop_db-data` if the project is `shop`. `driver: local` is the default and need not be written.',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#where-images-keep-their-data': {
    title: 'Where images keep their data',
    lead: 'A volume at the wrong place is the worst kind of mistake: all works until the container is replaced. A volume from PostgreSQL 17 is not read by 18 either: dump and restore, or use `pg_upgrade`.',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#what-gets-lost-and-when': {
    title: 'What gets lost, and when',
    lead: 'A volume is no backup. Dump the database from outside:',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#a-volume-that-others-made': {
    title: 'A volume that others made',
    lead: '`external: true` uses one that is there already. Compose neither makes nor removes it, so only `name` may stand beside it.',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'network-aliases': {
    title: 'Network aliases',
    lead: 'Give a service further names on a network.',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#the-problem': {
    title: 'The problem',
    lead: 'A program expects its database under `postgres`, but the service is called `db`. Old files help themselves with `links`:',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#names-outside-docker': {
    title: 'Names outside Docker',
    lead: '`extra_hosts` adds names to `/etc/hosts` of a container.',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#when-not-to': {
    title: 'When not to',
    lead: 'If you can set the name in the program\'s configuration, do that; one name for one thing is easier to follow. Do not use `container_name` as a name on the network.',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'node-application': {
    title: 'Node.js application',
    lead: 'Install exactly the locked packages, leave the development ones out and start Node itself as an ordinary user.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-problem': {
    title: 'The problem',
    lead: 'Any Node may turn up. `npm install` may change the lock file and brings development packages. npm stands between Docker and your program and answers signals badly. And all of it runs as root.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#installing': {
    title: 'Installing',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#which-version': {
    title: 'Which version',
    lead: 'Node 24 and 22 have long support until April 2028 and April 2027; 26 is the newest line. Node 20, which many examples still name, has had no fixes since 30 April 2026.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#starting-and-stopping': {
    title: 'Starting and stopping',
    lead: 'Start `node`, not `npm start`. As the first process Node gets the stop signal, but does nothing about it unless you ask.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#nextjs-and-other-bundlers': {
    title: 'Next.js and other bundlers',
    lead: 'Set `output: \'standalone\'` in `next.config.js`. Next.js then traces which modules the server needs, and the last stage installs nothing:',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#when-not-to': {
    title: 'When not to',
    lead: 'For development, bind-mount the sources and run the dev server. Copying into an image is for shipping.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'override-files': {
    title: 'Override files',
    lead: 'Keep what is the same everywhere in one file and lay the differences over it.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#the-problem': {
    title: 'The problem',
    lead: 'Two whole files, one for development and one for production, drift apart: a variable is added here and forgotten there.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#the-better-way': {
    title: 'The better way',
    lead: 'Compose reads `compose.yaml` and lays `compose.override.yaml` over it, if there is one. Keep in the first what is true everywhere:',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#how-files-are-merged': {
    title: 'How files are merged',
    lead: 'Paths in all files start from the folder of the first one.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#taking-something-away': {
    title: 'Taking something away',
    lead: 'Ports are joined, so a second mapping does not replace the first: both are open. `!override` replaces a value as a whole, `!reset` takes it away.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#other-ways-to-share': {
    title: 'Other ways to share',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#what-changed': {
    title: 'What changed',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#when-not-to': {
    title: 'When not to',
    lead: 'If the files share nothing but the name of the service, let them be two projects. If only values differ, a variable is enough.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'php-application': {
    title: 'PHP application',
    lead: 'Install with Composer in one stage, and put the result and nothing else on Apache or FPM.',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#the-problem': {
    title: 'The problem',
    lead: 'Composer, Git and the test tools are shipped and can be reached by whoever finds a hole. The whole project is the web root: `.env` and `vendor` can be asked for in a browser.',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#fpm': {
    title: 'FPM',
    lead: '`php:8.5-fpm` answers FastCGI on port 9000 and needs a web server in front, which needs the files in `public` too: give nginx an image of its own with a copy of them.',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#extensions': {
    title: 'Extensions',
    lead: '`docker-php-ext-install` compiles those that come with PHP; the libraries they need have to be installed before. Opcache is a part of PHP since 8.5 and no longer has to be installed. `opcache.validate_timestamps=0` is right in an image, where files do not change.',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#which-version': {
    title: 'Which version',
    lead: '',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#when-not-to': {
    title: 'When not to',
    lead: 'While developing, mount the project and leave `validate_timestamps` on.',
    link: 'https://docs.docker.com/guides/php/',
  },
  'php-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/php/',
  },
  'python-application': {
    title: 'Python application',
    lead: 'Install into a virtual environment in one stage and copy it to a slim one, without the cache of pip and without root.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-problem': {
    title: 'The problem',
    lead: 'The version is open, every source change installs again, pip keeps its downloads in the layer, and the program runs as root below a shell.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-better-way': {
    title: 'The better way',
    lead: 'The compiler stays in the first stage. The second installs only the library that the driver needs while running. Both stages use the same image, so that the paths in the environment stay right.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-cache-of-pip': {
    title: 'The cache of pip',
    lead: 'pip keeps every downloaded wheel in `/root/.cache/pip`. In an image nobody reads it again. Leave it out:',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#exact-versions': {
    title: 'Exact versions',
    lead: '`requirements.txt` with `flask` alone means another Flask every month. Write exact versions with `pip-compile` or `pip freeze`, or use a tool with a lock file:',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#which-version': {
    title: 'Which version',
    lead: 'Every version gets fixes for five years: 3.14 until October 2030, 3.13 until 2029. 3.15 came in October 2026; wheels of some packages follow later. 3.10 has had no fixes since October 2026. Slim images stand on Debian 13, and most wheels run there without a compiler. On Alpine some have to be built.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#when-not-to': {
    title: 'When not to',
    lead: 'A virtual environment inside a single stage adds little. For notebooks and data science, an image that brings the libraries may be the shorter way.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/python/',
  },
  'read-only-filesystem': {
    title: 'Read-only file system',
    lead: 'Let a container write only where it has to.',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#the-problem': {
    title: 'The problem',
    lead: 'Whoever breaks into a container first writes something down: a program, a changed page, a line in a start script. Nothing stops them, since every folder of a container can be written to by root.',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#the-better-way': {
    title: 'The better way',
    lead: 'What may be lost goes to [tmpfs](tmpfs.md), what must stay to a [volume](named-volumes.md). Both can be written to although the rest cannot.',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#finding-out-what-it-writes': {
    title: 'Finding out what it writes',
    lead: 'Let the program run for a while as usual and ask what changed:',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'reducing-image-size': {
    title: 'Reducing image size',
    lead: 'Start small, install only what you name and clean up in the same layer, so that images pull fast and carry less risk.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-problem': {
    title: 'The problem',
    lead: 'The base holds compilers nobody needs at run time, apt brings recommended packages along, and the removed lists are still stored in the layer above.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#choosing-a-base': {
    title: 'Choosing a base',
    lead: 'Compressed, as pulled on amd64, autumn 2026:',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apt': {
    title: 'Packages from apt',
    lead: 'Debian and Ubuntu install *recommended* packages unless told not to. `--no-install-recommends` leaves them out. If something is missing then, name it.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apk': {
    title: 'Packages from apk',
    lead: '`apk add` keeps its index in the layer unless you say `--no-cache`. A separate `apk update` is not needed then.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-dnf-and-microdnf': {
    title: 'Packages from dnf and microdnf',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#leave-out-what-you-do-not-need': {
    title: 'Leave out what you do not need',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#when-not-to': {
    title: 'When not to',
    lead: 'A small image that nobody can debug, or that breaks on musl, saves little. Images built once and thrown away (CI) need no diet.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'resources': {
    title: 'Resources',
    lead: 'Where to read on, and where old links lead today.',
    link: 'https://docs.docker.com/',
  },
  'resources#reference': {
    title: 'Reference',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'resources#good-practice': {
    title: 'Good practice',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'resources#images': {
    title: 'Images',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'resources#tools': {
    title: 'Tools',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'resources#what-moved': {
    title: 'What moved',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'resources#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/',
  },
  'ruby-application': {
    title: 'Ruby application',
    lead: 'Build gems that need a compiler in one stage, and run on the slim image without it.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-problem': {
    title: 'The problem',
    lead: 'Compilers and the gems for development and tests are shipped, every change installs all gems again, and Rails runs as root in development mode.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-better-way': {
    title: 'The better way',
    lead: '`rails new` writes a Dockerfile very much like this one.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#the-lock-file-and-platforms': {
    title: 'The lock file and platforms',
    lead: 'A lock file made on a Mac may not know Linux: `bundle lock --add-platform x86_64-linux aarch64-linux` puts it in.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#which-version': {
    title: 'Which version',
    lead: 'Ruby 4.0 and 3.4 get fixes, 3.3 security fixes until March 2027. 3.2 has had none since March 2026.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#when-not-to': {
    title: 'When not to',
    lead: 'For a script without gems that need compiling, one stage on `ruby:4.0-slim` is enough.',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'ruby-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/ruby/',
  },
  'run-as-non-root': {
    title: 'Run as non-root',
    lead: 'Select an ordinary user before the program starts, so that a break-in does not begin with the rights of root.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#the-problem': {
    title: 'The problem',
    lead: 'Without `USER` the program runs as root, with user id 0, as on the host. A hole in the program, a careless mount or a weakness of the kernel then costs far more than it has to. Many platforms refuse such images.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#using-the-user-the-image-brings': {
    title: 'Using the user the image brings',
    lead: 'Look first whether the image has a user already. Then one line is enough.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#adding-a-user': {
    title: 'Adding a user',
    lead: 'Debian, Ubuntu, Red Hat, Fedora and SUSE have `groupadd` and `useradd`. Fixed numbers make file permissions the same on every machine; numbers above 10000 seldom belong to anybody on the host.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#files-the-process-writes': {
    title: 'Files the process writes',
    lead: 'Copied files belong to root, and that is good: a program that cannot change its own code is harder to take over. Give it only the folders it writes to.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#ports-below-1024': {
    title: 'Ports below 1024',
    lead: 'Listen on 8080 instead of 80 and map the port when you start the container. Docker lets ordinary users open low ports, other platforms may not.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#in-compose': {
    title: 'In Compose',
    lead: '`user` in a Compose file wins over `USER` in the image. It makes sense for images of others, with numbers:',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'rust-application': {
    title: 'Rust application',
    lead: 'Keep what Cargo has compiled between builds, and ship the program without the compiler.',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#the-problem': {
    title: 'The problem',
    lead: 'A changed line compiles all dependencies again, which takes minutes. The image holds compiler, sources and gigabytes of intermediate files.',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#without-cache-mounts': {
    title: 'Without cache mounts',
    lead: 'Builders in CI often start empty. There, `cargo-chef` puts the dependencies into a layer of their own, which the layer cache can keep:',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#static-programs': {
    title: 'Static programs',
    lead: 'For the target `x86_64-unknown-linux-musl` the program needs nothing at all and runs on `static` or `scratch`. musl\'s memory allocator is slow with many threads: measure, or link another.',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#smaller': {
    title: 'Smaller',
    lead: 'In `Cargo.toml`: `[profile.release]` with `strip = true` and `lto = "thin"`.',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#when-not-to': {
    title: 'When not to',
    lead: 'While developing, run `cargo run` on your own machine, or mount the sources and use `cargo watch`.',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'rust-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/rust/',
  },
  'security-hardening': {
    title: 'Security hardening',
    lead: 'Ship little, pin what you build on, keep secrets out and give the process no more rights than it needs.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-problem': {
    title: 'The problem',
    lead: 'This image changes from day to day without anybody touching the file, carries a password that every reader of the image can see, and runs as root.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#pinning-the-base-image': {
    title: 'Pinning the base image',
    lead: 'A tag that is missing means `latest`, and `latest` means whatever was pushed last. The build of tomorrow may be another Node, another Debian, or broken. Name at least the version that your code was tested with.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#build-secrets': {
    title: 'Build secrets',
    lead: 'Values of `ARG` and `ENV` are written into the image and its history: `docker history` and `docker inspect` show them to everybody who can pull it. Deleting a copied key in a later layer does not help either, since the earlier layer keeps it.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#fewer-programs-fewer-holes': {
    title: 'Fewer programs, fewer holes',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#run-as-an-ordinary-user': {
    title: 'Run as an ordinary user',
    lead: 'See [Run as non-root](run-as-non-root.md). When starting the container, add what the platform offers: a [read-only file system](read-only-filesystem.md), [no capabilities](capabilities.md), `no-new-privileges`.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#signals-and-lost-processes': {
    title: 'Signals and lost processes',
    lead: 'The first process of a container has two special duties: it gets the signal to stop, and it has to pick up child processes that ended. Shells do neither well, and few programs do the second.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-socket-of-docker': {
    title: 'The socket of Docker',
    lead: 'A container that can reach `/var/run/docker.sock` can start another one with the disk of the host in it, and so is root on the machine. Mounting it read-only changes nothing. Where a tool must have it (a proxy that looks for containers), put a socket proxy in between that lets only the questions through that it asks.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#sharing-nothing-with-the-host': {
    title: 'Sharing nothing with the host',
    lead: '`network_mode: host`, `pid: host`, `ipc: host` and `userns_mode: host` each take down a wall. So do `seccomp:unconfined` and `apparmor:unconfined`.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#passwords-in-compose-files': {
    title: 'Passwords in Compose files',
    lead: 'A password in `environment` is in Git, in `docker inspect` and in every crash report. Hand it over as a file; most images read `…_FILE`.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#when-not-to': {
    title: 'When not to',
    lead: 'Development images may use wide tags and more tools. Test fixtures with made-up passwords are no secret; say so in a comment.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-scanning': {
    title: 'Security scanning',
    lead: 'Ask regularly which known holes are in your images, and fail a build only for those that you can mend.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#the-problem': {
    title: 'The problem',
    lead: 'An image does not change, but what is known about it does. The image that was clean in spring has a dozen known holes in autumn, although nobody touched it.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#two-kinds-of-questions': {
    title: 'Two kinds of questions',
    lead: '',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#scanning-an-image': {
    title: 'Scanning an image',
    lead: '`--only-fixed` and `--ignore-unfixed` leave out what nobody has mended yet. Without them a build fails on things you can do nothing about, and soon nobody looks any more.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#checking-a-dockerfile': {
    title: 'Checking a Dockerfile',
    lead: 'The seed of many a mistake is not in a package: a password in an image is found by no list of known holes.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#what-is-in-it': {
    title: 'What is in it',
    lead: 'A list of contents (SBOM) made with the build answers the question *are we affected* in minutes, without building anything again.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#in-ci': {
    title: 'In CI',
    lead: 'Scan before you push, and scan every day what is in use. Scanners run with your credentials, so name them by digest or commit: in March 2026 nearly all version tags of a widely used scanner action were moved to code that stole secrets.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#mending': {
    title: 'Mending',
    lead: '',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#when-not-to': {
    title: 'When not to',
    lead: 'Zero findings are no goal. A hole in a program that is never run in your container is less urgent than an open port.',
    link: 'https://docs.docker.com/scout/',
  },
  'security-scanning#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/scout/',
  },
  'size-comparison': {
    title: 'Size comparison',
    lead: 'What common base images weigh, and how to weigh your own.',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#the-problem': {
    title: 'The problem',
    lead: 'One tag decides more about the size of an image than all cleaning up after it.',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#base-images': {
    title: 'Base images',
    lead: 'Megabytes to download on amd64, autumn 2026:',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#which-one': {
    title: 'Which one',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#weighing-your-own': {
    title: 'Weighing your own',
    lead: '`docker history` shows which instruction added how much. Tools such as `dive` show the files of each layer, and what a later layer hides or stores again.',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#when-not-to': {
    title: 'When not to',
    lead: 'Layers that several images share are stored and pulled once. Ten services on the same slim base cost less than ten on ten clever ones.',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'size-comparison#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  },
  'static-sites': {
    title: 'Static sites',
    lead: 'Build the pages with Node and serve them with a small web server that does not run as root.',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#the-problem': {
    title: 'The problem',
    lead: 'A development server answers the world: slow, without caching, as root, with all build tools in the image.',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#the-better-way': {
    title: 'The better way',
    lead: 'This variant of nginx listens on 8080 and runs as an ordinary user. The pages belong to root, so nginx can read and not change them.',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#settings': {
    title: 'Settings',
    lead: 'What a build puts into JavaScript (`VITE_…`, `NEXT_PUBLIC_…`) is fixed when the image is built, and can be read by everyone. For one image in several places, load a small `config.json` at the start, and never put secrets there.',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#other-servers': {
    title: 'Other servers',
    lead: '',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#when-not-to': {
    title: 'When not to',
    lead: 'If your provider serves folders of files (Pages, object storage with a CDN), you need no container. Sites that are built for each request, such as Next.js with a server, are a [Node.js application](node-application.md).',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'static-sites#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/reactjs/',
  },
  'tmpfs': {
    title: 'tmpfs mounts',
    lead: 'A folder in memory that is gone with the container.',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#the-problem': {
    title: 'The problem',
    lead: 'A [read-only container](read-only-filesystem.md) still has to put its temporary files somewhere. And what is written to the container\'s own layer stays on the disk until the container is removed, session keys included.',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#the-better-way': {
    title: 'The better way',
    lead: 'The long form has the same options:',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#when-not-to': {
    title: 'When not to',
    lead: 'Secrets need no tmpfs of your own: Compose puts them below `/run/secrets`.',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'view-logs': {
    title: 'View logs',
    lead: 'Read what containers wrote, follow it, and keep it from filling the disk.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#reading': {
    title: 'Reading',
    lead: 'Docker keeps what the program writes to its standard output and error. A program that writes to a file inside the container has no logs as far as Docker can tell: let it write to `/dev/stdout`. What it wrote before it stopped can still be read, until the container is removed.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#the-problem': {
    title: 'The problem',
    lead: 'Without logs nobody knows why it stopped. The default is not good either: the driver `json-file` keeps everything for ever, and one chatty container fills the disk.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#the-better-way': {
    title: 'The better way',
    lead: 'The driver `local` rotates by itself (5 files of 20 MB) and stores less. For all containers of a machine, say it once in `/etc/docker/daemon.json` and restart Docker; it counts for containers made from then on.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#nothing-to-see': {
    title: 'Nothing to see',
    lead: '',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#when-not-to': {
    title: 'When not to',
    lead: 'Logs of one machine are enough for one machine. With several, collect them in one place. Never write passwords or tokens to a log.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'windows-containers': {
    title: 'Windows containers',
    lead: 'Choose the base by the Windows it runs on, write paths with another escape character, and build in stages here too.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#the-problem': {
    title: 'The problem',
    lead: 'The backslash at the end of a line joins it with the next one: Docker reads a folder `C:\\appCOPY app.exe .`. In the middle of a line it swallows a character: `C:\\app` becomes `C:app`. And Server Core starts as administrator unless you say otherwise.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#the-better-way': {
    title: 'The better way',
    lead: '`# escape=` on the first line makes the backtick the escape character, so that backslashes are only backslashes. In a JSON array they have to be doubled, or write slashes: Windows takes both.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#which-base': {
    title: 'Which base',
    lead: 'They are large: about 0.1, 2 and 3 GB to download. The smallest that runs your program is right.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#powershell': {
    title: 'PowerShell',
    lead: 'Without `$ErrorActionPreference = \'Stop\'` PowerShell goes on after an error and the build seems to succeed. The progress bar makes downloads many times slower.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#what-is-different': {
    title: 'What is different',
    lead: '',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#when-not-to': {
    title: 'When not to',
    lead: '.NET, Node.js, Go and Java run on Linux just as well, in images of a tenth of the size. Windows containers are for what needs Windows: .NET Framework, IIS, COM.',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
  'windows-containers#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/',
  },
};
