// Package ci holds nothing but the test of the workflows beside it: they are
// parsed, and their commands are run as a user's machine would run them.
package ci

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const article = "---\ntitle: A handout\nlanguage: en\n---\n\nThe meeting was held on 3 May 2024, and everybody came.\n"

// workplace makes a folder with articles and a PATH that begins with a quire
// of this checkout, and a go whose install does nothing.
func workplace(t *testing.T) (folder string, env []string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the workflows are for a POSIX shell")
	}
	folder = t.TempDir()
	bin := filepath.Join(folder, "bin")
	for _, d := range []string{bin, filepath.Join(folder, "articles")} {
		if err := os.Mkdir(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "quire"), "../quire").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	// The commands install the latest release; the test tries this checkout.
	for name, script := range map[string]string{"go": "#!/bin/sh\n[ \"$1\" = install ]\n", "git": "#!/bin/sh\necho 1700000000\n"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"one.md", "two.md", "three.md"} {
		if err := os.WriteFile(filepath.Join(folder, "articles", name), []byte(article), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder, append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// machine makes a folder beside the workplace's articles for one share, which
// gets a copy of them.
func machine(t *testing.T, workplace string, share int) string {
	t.Helper()
	folder := filepath.Join(workplace, fmt.Sprint("machine", share))
	if err := os.CopyFS(filepath.Join(folder, "articles"), os.DirFS(filepath.Join(workplace, "articles"))); err != nil && !errors.Is(err, fs.ErrExist) {
		t.Fatal(err)
	}
	return folder
}

func shell(t *testing.T, folder string, env []string, script string) string {
	t.Helper()
	cmd := exec.Command("sh", "-ec", script)
	cmd.Dir, cmd.Env = folder, env
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s\n%v\n%s", script, err, out)
	}
	return string(out)
}

// made returns the files below a folder.
func made(t *testing.T, folder, below string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, below, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range found {
		found[i] = filepath.Base(f)
	}
	return strings.Join(found, " ")
}

const everything = "one.pdf three.pdf two.pdf"

func parse(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestGitHubActions(t *testing.T) {
	var workflow struct {
		Jobs map[string]struct {
			Strategy struct {
				Matrix map[string][]string
			}
			Steps []struct{ Uses, Run string }
		}
	}
	parse(t, ".github/workflows/handout.yml", &workflow)
	job := workflow.Jobs["print"]
	if len(job.Steps) == 0 || len(job.Strategy.Matrix["share"]) == 0 {
		t.Fatalf("no steps or no shares: %+v", workflow)
	}
	folder, env := workplace(t)
	ran, said := 0, ""
	print := func() {
		ran, said = 0, ""
		for i, share := range job.Strategy.Matrix["share"] {
			fill := strings.NewReplacer("${{ matrix.share }}", share, "${{ strategy.job-index }}", string(rune('0'+i)))
			for _, s := range job.Steps {
				if s.Run != "" {
					said += shell(t, machine(t, folder, i), env, fill.Replace(s.Run))
					ran++
				}
			}
		}
	}
	print()
	if got := made(t, folder, "machine?/dist"); ran == 0 || got != everything {
		t.Errorf("%d commands made %s", ran, got)
	}
	if _, err := os.Stat(filepath.Join(folder, "machine1", "report-1.json")); err != nil {
		t.Error(err)
	}
	if !strings.Contains(said, "::notice file=articles/one.md,") {
		t.Errorf("there are no annotations: %s", said)
	}
	if print(); strings.Count(said, "unchanged") != 3 {
		t.Errorf("with the cache of the run before, the run says %s", said)
	}
}

func TestGitLab(t *testing.T) {
	var pipeline map[string]struct {
		Parallel int
		Script   []string
	}
	parse(t, ".gitlab-ci.yml", &pipeline)
	job := pipeline["handout"]
	folder, env := workplace(t)
	for _, want := range []int{0, 3} {
		said := ""
		for i := range job.Parallel {
			env := append(env, fmt.Sprint("CI_NODE_INDEX=", i+1), fmt.Sprint("CI_NODE_TOTAL=", job.Parallel))
			said += shell(t, machine(t, folder, i), env, strings.Join(job.Script, "\n"))
		}
		if got := made(t, folder, "machine?/dist"); got != everything || strings.Count(said, "unchanged") != want {
			t.Errorf("made %s: %s", got, said)
		}
	}
	shell(t, folder, env, strings.Join(pipeline["release"].Script, "\n"))
	if got := made(t, folder, "release"); got != "one.epub one.pdf three.epub three.pdf two.epub two.pdf" {
		t.Errorf("the release is %s", got)
	}
}

// TestSharesOfTheirOwn runs the jobs as the services do, each on a machine of its
// own that keeps nothing but its cache, and adds and deletes an article: nothing
// stale may be in what is kept, and what has not changed is not made again.
func TestSharesOfTheirOwn(t *testing.T) {
	var workflow struct {
		Jobs map[string]struct {
			Strategy struct{ Matrix map[string][]string }
			Steps    []struct{ Run string }
		}
	}
	parse(t, ".github/workflows/handout.yml", &workflow)
	var steps string
	for _, s := range workflow.Jobs["print"].Steps {
		steps += s.Run + "\n"
	}
	var pipeline map[string]struct{ Script []string }
	parse(t, ".gitlab-ci.yml", &pipeline)
	shares := workflow.Jobs["print"].Strategy.Matrix["share"]
	home, env := workplace(t)
	for name, script := range map[string]string{"GitHub": steps, "GitLab": strings.Join(pipeline["handout"].Script, "\n")} {
		t.Run(name, func(t *testing.T) {
			run := func(articles ...string) (handouts, said string) {
				for i, share := range shares {
					machine := filepath.Join(home, name+fmt.Sprint(i))
					os.RemoveAll(filepath.Join(machine, "articles"))
					if err := os.MkdirAll(filepath.Join(machine, "articles"), 0o777); err != nil {
						t.Fatal(err)
					}
					for _, a := range articles {
						if err := os.WriteFile(filepath.Join(machine, "articles", a+".md"), []byte(article), 0o666); err != nil {
							t.Fatal(err)
						}
					}
					env := append(env, fmt.Sprint("CI_NODE_INDEX=", i+1), fmt.Sprint("CI_NODE_TOTAL=", len(shares)))
					fill := strings.NewReplacer("${{ matrix.share }}", share, "${{ strategy.job-index }}", fmt.Sprint(i))
					said += shell(t, machine, env, fill.Replace(script))
					handouts += made(t, machine, "dist") + "|"
				}
				return handouts, said
			}
			if got, _ := run("four", "one", "seven", "two"); got != "four.pdf one.pdf two.pdf|seven.pdf|" {
				t.Errorf("made are %s", got)
			}
			got, said := run("added", "four", "seven", "two")
			if got != "four.pdf two.pdf|added.pdf seven.pdf|" || strings.Count(said, "unchanged") != 3 {
				t.Errorf("with one more and one less there are %s: %s", got, said)
			}
		})
	}
}

func TestKubernetes(t *testing.T) {
	var job struct {
		Spec struct {
			Completions    int
			CompletionMode string `yaml:"completionMode"`
			Template       struct {
				Spec struct{ Containers []struct{ Args []string } }
			}
		}
	}
	parse(t, "job.yaml", &job)
	containers := job.Spec.Template.Spec.Containers
	if job.Spec.CompletionMode != "Indexed" || len(containers) != 1 {
		t.Fatalf("the job is %+v", job)
	}
	folder, env := workplace(t)
	script := strings.ReplaceAll(strings.Join(containers[0].Args, "\n"), "/data/", folder+"/")
	for i := range job.Spec.Completions {
		shell(t, folder, append(env, fmt.Sprint("JOB_COMPLETION_INDEX=", i)), script)
	}
	if got := made(t, folder, "dist"); got != everything {
		t.Errorf("made %s", got)
	}
	if out := shell(t, folder, append(env, "JOB_COMPLETION_INDEX=0"), script); !strings.Contains(out, "unchanged") {
		t.Errorf("started again, the pod says %s", out)
	}
}

func TestMakefile(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("make is not installed")
	}
	folder, env := workplace(t)
	b, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "Makefile"), b, 0o666); err != nil {
		t.Fatal(err)
	}
	shell(t, folder, env, "make")
	if got := made(t, folder, "dist"); got != everything {
		t.Errorf("made %s", got)
	}
	if out := shell(t, folder, env, "make"); strings.Count(out, "unchanged") != 3 {
		t.Errorf("nothing has changed, and make says\n%s", out)
	}
	if err := os.WriteFile(filepath.Join(folder, "articles", "two.md"), []byte(article+"\nOne line more.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if out := shell(t, folder, env, "make"); strings.Count(out, "unchanged") != 2 {
		t.Errorf("one article has changed, and make says\n%s", out)
	}
	shell(t, folder, env, "make booklets")
	if got := made(t, folder, "booklets"); got != everything {
		t.Errorf("the booklets are %s", got)
	}
	shell(t, folder, env, "make clean && make strict")
	if got := made(t, folder, "dist") + made(t, folder, "booklets"); got != everything {
		t.Errorf("after make strict: %s", got)
	}
}
