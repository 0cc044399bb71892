/** Small projects by name: files with their text; folders end in `/`. */
export const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Next.js, standalone, pnpm': {
    'package.json': '{"scripts":{"build":"next build"},"dependencies":{"next":"16","pg":"8"}}',
    'pnpm-lock.yaml': '',
    'public/': '',
    'next.config.ts': "export default { output: 'standalone' };",
  },
  'Next.js, Yarn': {
    'package.json': '{"scripts":{"build":"next build"},"dependencies":{"next":"16"}}',
    'yarn.lock': '',
  },
  'Nuxt, modern Yarn': {
    'package.json': '{"packageManager":"yarn@4.5.0","scripts":{"build":"nuxt build"},"dependencies":{"nuxt":"4"}}',
    'yarn.lock': '',
    '.yarnrc.yml': '',
    '.yarn/': '',
  },
  'Express, npm': {
    'package.json':
      '{"scripts":{"start":"node src/server.js"},"dependencies":{"express":"5","ioredis":"1"},"engines":{"node":"22.x"}}',
    'package-lock.json': '',
  },
  'Node.js without a lock file': { 'package.json': '{"main":"x.js"}' },
  'Vite, npm': {
    'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"7"}}',
    'package-lock.json': '',
    'index.html': '',
  },
  Bun: { 'package.json': '{"dependencies":{"hono":"4"}}', 'bun.lock': '', 'index.js': '' },
  'FastAPI, pip': { 'requirements.txt': 'fastapi==0.1\nuvicorn\npsycopg2-binary\n', 'main.py': '' },
  'Flask, uv': {
    'pyproject.toml': '[project]\ndependencies = [\n  "flask>=3",\n  "gunicorn",\n  "pymongo",\n]\n',
    'uv.lock': '',
    'app.py': '',
    '.python-version': '3.13\n',
  },
  'Django, Poetry': {
    'pyproject.toml': '[tool.poetry.dependencies]\ndjango = "^5"\n',
    'poetry.lock': '',
    'manage.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')",
  },
  Go: { 'go.mod': 'module x\n\ngo 1.25\n\nrequire github.com/jackc/pgx/v5 v5.1.0\n', 'go.sum': '', 'main.go': '' },
  Rust: { 'Cargo.toml': '[package]\nname = "shop"\nversion = "0.1.0"\n', 'Cargo.lock': '' },
  'Spring Boot, Maven wrapper': {
    'pom.xml': '<java.version>25</java.version><artifactId>spring-boot-starter</artifactId>',
    mvnw: '',
    '.mvn/': '',
  },
  'Java, Gradle': { 'build.gradle.kts': '', 'settings.gradle.kts': '' },
  'ASP.NET Core': {
    'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><TargetFramework>net9.0</TargetFramework></Project>',
  },
  Laravel: { 'composer.json': '{"require":{"laravel/framework":"12"}}', 'composer.lock': '', 'public/': '' },
  Rails: { Gemfile: "gem 'rails'\ngem 'mysql2'\n", 'Gemfile.lock': '', 'package.json': '{}' },
  'static site': { 'index.html': '' },
};
