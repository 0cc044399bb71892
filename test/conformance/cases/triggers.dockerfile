FROM python
ONBUILD USER root
ONBUILD RUN apt-get update && \
    apt-get install -y curl
ONBUILD COPY . /app
CMD python app.py
