// Command compose-go answers whether Compose's own loader accepts Compose files. It reads one JSON object a line, a
// question, and writes one a line, an answer; it needs no daemon and no network.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/sirupsen/logrus"
)

// A file for which the loader takes longer ends the program: who started it goes on behind that file.
const patience = 20 * time.Second

type question struct {
	// Files are the texts of the project by their paths from its root.
	Files map[string]string `json:"files"`
	// Load names those that Compose is given, the first of them in the folder of the project.
	Load []string `json:"load"`
	// Alone says that nothing is known around the file: what stands in other files is not asked for.
	Alone bool `json:"alone"`
	// Guesses are values that a variable may have which nobody has set, such as the names in the file.
	Guesses []string `json:"guesses"`
}

type answer struct {
	// Refused says why Compose refuses the project whatever the machine has in its environment; empty where it does not.
	Refused string `json:"refused,omitempty"`
	// Stage tells which way of asking was refused: the services that always run, or those of all profiles too.
	Stage string `json:"stage,omitempty"`
	// Accepted says that some environment makes Compose accept it with no profile and with all of them.
	Accepted bool `json:"accepted,omitempty"`
	// Unknown says why there is no answer.
	Unknown string `json:"unknown,omitempty"`
}

func main() {
	logrus.SetOutput(io.Discard)
	// Compose knows this format besides that of the library.
	dotenv.RegisterFormat("raw", func(io.Reader, string, map[string]string, func(string) (string, bool)) error { return nil })
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.More() {
		var q question
		if err := in.Decode(&q); err != nil {
			fail(err)
		}
		timer := time.AfterFunc(patience, func() { fail(fmt.Errorf("no answer within %s", patience)) })
		said, err := answerTo(q)
		timer.Stop()
		if err != nil {
			fail(err)
		}
		if err := out.Encode(said); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
