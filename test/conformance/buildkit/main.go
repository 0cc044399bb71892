// Command buildkit answers what BuildKit's own parser and linter say of Dockerfiles. It reads one JSON object a line,
// {"file", "platform", "ignore"}, and writes one a line; it needs no daemon and no network.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// A file for which BuildKit takes longer ends the program: who started it goes on behind that file.
const patience = 20 * time.Second

type question struct {
	File string `json:"file"`
	// Platform is what the file is built for, such as linux/amd64.
	Platform string `json:"platform"`
	// Ignore is the text of .dockerignore; without it there is none.
	Ignore string `json:"ignore"`
}

func main() {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.More() {
		var q question
		if err := in.Decode(&q); err != nil {
			fail(err)
		}
		text, err := os.ReadFile(q.File)
		if err != nil {
			fail(err)
		}
		timer := time.AfterFunc(patience, func() { fail(fmt.Errorf("no answer within %s", patience)) })
		answer := answerTo(q, text)
		timer.Stop()
		if err := out.Encode(answer); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
