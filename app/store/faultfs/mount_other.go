//go:build !linux

package faultfs

import "errors"

func usable() error { return errors.New("only on Linux") }

func watch(string) func() { return func() {} }

func connect(*FS, string) (connection, error) { return nil, ErrUnavailable }
