const http = require('node:http');

const server = http.createServer((request, response) => {
  if (request.url === '/health') {
    response.writeHead(200).end('ok');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/plain' }).end('Hello!\n');
});

server.listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
