from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    return "Hello!\n"


@app.get("/health")
def health() -> str:
    return "ok"
