package main

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/frontend/gateway/client"
	gatewaypb "github.com/moby/buildkit/frontend/gateway/pb"
	"github.com/moby/buildkit/solver/pb"
	"github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	"github.com/tonistiigi/fsutil/types"
)

const anyDigest = digest.Digest("sha256:1111111111111111111111111111111111111111111111111111111111111111")

var errOffline = errors.New("nothing is fetched and nothing runs")

// A gateway stands for the daemon: every image exists for every platform and sets nothing but PATH, and the only file is
// .dockerignore.
type gateway struct {
	platform ocispecs.Platform
	ignore   string
}

func (g *gateway) ResolveImageConfig(_ context.Context, ref string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	platform := g.platform
	if opt.ImageOpt != nil && opt.ImageOpt.Platform != nil {
		platform = *opt.ImageOpt.Platform
	}
	config, err := json.Marshal(ocispecs.Image{
		Platform: platform,
		Config:   ocispecs.ImageConfig{Env: []string{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}},
		// An image without a layer counts as scratch.
		RootFS: ocispecs.RootFS{Type: "layers", DiffIDs: []digest.Digest{anyDigest}},
	})
	return ref, anyDigest, config, err
}

func (g *gateway) BuildOpts() client.BuildOpts {
	return client.BuildOpts{
		Opts:      map[string]string{},
		SessionID: "conformance",
		Workers:   []client.WorkerInfo{{ID: "conformance", Platforms: []ocispecs.Platform{g.platform}}},
		LLBCaps:   pb.Caps.CapSet(pb.Caps.All()),
		Caps:      gatewaypb.Caps.CapSet(gatewaypb.Caps.All()),
	}
}

func (g *gateway) Solve(context.Context, client.SolveRequest) (*client.Result, error) {
	result := client.NewResult()
	result.SetRef(reference{g})
	return result, nil
}

func (g *gateway) ResolveSourceMetadata(context.Context, *pb.SourceOp, sourceresolver.Opt) (*sourceresolver.MetaResponse, error) {
	return nil, errOffline
}

func (g *gateway) NewContainer(context.Context, client.NewContainerRequest) (client.Container, error) {
	return nil, errOffline
}

func (g *gateway) Inputs(context.Context) (map[string]llb.State, error) { return nil, nil }

func (g *gateway) Warn(context.Context, digest.Digest, string, client.WarnOpts) error { return nil }

type reference struct{ gateway *gateway }

func (r reference) ReadFile(_ context.Context, request client.ReadRequest) ([]byte, error) {
	if r.gateway.ignore != "" && request.Filename == dockerui.DefaultDockerignoreName {
		return []byte(r.gateway.ignore), nil
	}
	return nil, fs.ErrNotExist
}

func (r reference) StatFile(context.Context, client.StatRequest) (*types.Stat, error) {
	return nil, fs.ErrNotExist
}

func (r reference) ReadDir(context.Context, client.ReadDirRequest) ([]*types.Stat, error) {
	return nil, fs.ErrNotExist
}

func (r reference) ToState() (llb.State, error) { return llb.Scratch(), nil }

func (r reference) Evaluate(context.Context) error { return nil }
