package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"sort"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

type instruction struct {
	Keyword string `json:"keyword"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

type failure struct {
	// Stage tells who refuses the file: "parse", "instructions" or "build".
	Stage   string `json:"stage"`
	Message string `json:"message"`
	Line    int    `json:"line"`
}

type warning struct {
	Rule    string `json:"rule"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Message string `json:"message"`
}

type answer struct {
	File         string        `json:"file"`
	Instructions []instruction `json:"instructions"`
	Warnings     []warning     `json:"warnings"`
	Failure      *failure      `json:"failure,omitempty"`
	// Complete tells that the warnings are all there are although the build fails: it works if it is given arguments.
	Complete bool `json:"complete,omitempty"`
}

func answerTo(q question, text []byte) (a answer) {
	a = answer{File: q.File, Instructions: []instruction{}, Warnings: []warning{}}
	defer func() {
		if r := recover(); r != nil {
			a.Failure = &failure{Stage: "panic", Message: fmt.Sprint(r)}
		}
	}()
	parsed, err := parser.Parse(bytes.NewReader(text))
	if err != nil {
		a.Failure = failureOf("parse", err)
		return a
	}
	for _, node := range parsed.AST.Children {
		a.Instructions = append(a.Instructions, instruction{Keyword: node.Value, Start: node.StartLine, End: node.EndLine})
	}
	_, globals, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		a.Failure = failureOf("instructions", err)
		return a
	}
	a.Warnings, a.Failure = lint(q, text, nil)
	if a.Failure != nil && a.Failure.Stage == "build" {
		if warnings, failure := lint(q, text, someValues(globals)); failure == nil {
			a.Warnings, a.Complete = warnings, true
		}
	}
	return a
}

// someValues gives each global argument without a default a value that can stand anywhere in the name of an image.
func someValues(globals []instructions.ArgCommand) map[string]string {
	values := map[string]string{}
	for _, arg := range globals {
		for _, pair := range arg.Args {
			if pair.Value == nil {
				values[pair.Key] = "x"
			}
		}
	}
	return values
}

func failureOf(stage string, err error) *failure {
	f := &failure{Stage: stage, Message: err.Error()}
	var located *parser.LocationError
	if errors.As(err, &located) {
		for _, ranges := range located.Locations {
			for _, r := range ranges {
				if r.Start.Line > 0 && (f.Line == 0 || r.Start.Line < f.Line) {
					f.Line = r.Start.Line
				}
			}
		}
	}
	return f
}

// A comment of this form above an instruction skips checks; the comparison wants them all.
var skips = regexp.MustCompile(`(?im)^([ \t]*#[ \t]*)check([ \t]*=)`)

// unskipped makes the skips behind the parser directives plain comments. No line moves.
func unskipped(text []byte) []byte {
	first := regexp.MustCompile(`(?m)^[ \t]*[^#\s]`).FindIndex(text)
	if first == nil {
		return text
	}
	head, rest := text[:first[0]], text[first[0]:]
	return append(bytes.Clone(head), skips.ReplaceAll(rest, []byte("${1}skip$2"))...)
}

func lint(q question, text []byte, arguments map[string]string) ([]warning, *failure) {
	none := []warning{}
	platform, err := platforms.Parse(q.Platform)
	if err != nil {
		return none, failureOf("question", err)
	}
	directive, _, _, _ := parser.ParseDirective("check", text)
	if _, err := linter.ParseLintOptions(directive); err != nil {
		return none, failureOf("instructions", err)
	}
	gateway := &gateway{platform: platforms.Normalize(platform), ignore: q.Ignore}
	client, err := dockerui.NewClient(gateway)
	if err != nil {
		return none, failureOf("question", err)
	}
	client.Config.BuildArgs = arguments
	client.LinterConfig = &linter.Config{ExperimentalAll: true}
	text = unskipped(text)
	sources := llb.NewSourceMap(dockerui.DefaultMainContext(), "Dockerfile", "Dockerfile", text)
	sources.Definition = &llb.Definition{}
	results, err := dockerfile2llb.DockerfileLint(context.Background(), text, dockerfile2llb.ConvertOpt{
		Config:         client.Config,
		Client:         client,
		SourceMap:      sources,
		MetaResolver:   gateway,
		TargetPlatform: &ocispecs.Platform{OS: gateway.platform.OS, Architecture: gateway.platform.Architecture},
	})
	if err != nil {
		return none, failureOf("build", err)
	}
	warnings := none
	for _, w := range results.Warnings {
		out := warning{Rule: w.RuleName, Message: w.Detail}
		for _, r := range w.Location.Ranges {
			if start := int(r.Start.Line); out.Start == 0 || start < out.Start {
				out.Start = start
			}
			out.End = max(out.End, int(r.End.Line))
		}
		warnings = append(warnings, out)
	}
	// Some rules go over maps.
	sort.Slice(warnings, func(i, j int) bool {
		a, b := warnings[i], warnings[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.Rule+a.Message < b.Rule+b.Message
	})
	if results.Error == nil {
		return warnings, nil
	}
	f := &failure{Stage: "build", Message: results.Error.Message}
	for _, r := range results.Error.Location.Ranges {
		if line := int(r.Start.Line); line > 0 && (f.Line == 0 || line < f.Line) {
			f.Line = line
		}
	}
	return warnings, f
}
