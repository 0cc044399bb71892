FROM node:latest AS one
CMD ["node", "a.js"]
CMD ["node", "b.js"]
HEALTHCHECK NONE
HEALTHCHECK CMD ["node", "check.js"]
FROM one
CMD ["node", "c.js"]
ENTRYPOINT ["node"]
ENTRYPOINT ["npm"]
CMD npm start
