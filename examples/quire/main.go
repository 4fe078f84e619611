// Quire publishes articles as print-grade PDF and as EPUB.
//
//	quire [flags] FILE…      publish articles, folders of articles, or "-"
//	quire [flags]            publish the sample manuscript into ./dist
//	quire inspect [flags] FILE…
//
// Run quire -help for the flags. The command only reads arguments, the clock
// and the environment; everything it does is done by the packages publish,
// formats and source, and a program of your own can do the same.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses.
const (
	done       = 0
	failed     = 1
	wrongUsage = 2
)

func main() {
	setPace()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run is the whole command; it returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var err error
	if rest, ok := inspection(args); ok {
		err = inspect(rest, stdin, stdout, stderr)
	} else {
		err = press(ctx, args, stdin, stdout, stderr)
	}
	var usage usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return done
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "quire: %v\nRun \"quire -help\" for usage.\n", err)
		return wrongUsage
	case errors.Is(err, errReported):
		return failed
	}
	fmt.Fprintf(stderr, "quire: %v\n", err)
	return failed
}

// usageError is a mistake in the arguments.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

func usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// errReported is a failure that the user has been told of already.
var errReported = errors.New("failed")
