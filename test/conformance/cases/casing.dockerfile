from alpine as Base
run apk add curl
From base
copy --from=Base /usr/bin/curl /usr/bin/curl
User root
