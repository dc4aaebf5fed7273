package main

import (
	"context"
	"errors"
	"os"
	"sync"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/exporter"
	"go.opentelemetry.io/collector/exporter/exporterhelper"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// linesConfig says where the lines go: the exporter "lines" of a configuration.
type linesConfig struct {
	Path string `mapstructure:"path"`
}

// lines appends each request to one file, whatever its signal. A line is written whole, so a reader may follow the file.
type lines struct {
	path string
	lock sync.Mutex
}

func newLinesFactory() exporter.Factory {
	return exporter.NewFactory(
		component.MustNewType("lines"),
		func() component.Config { return &linesConfig{} },
		exporter.WithMetrics(func(ctx context.Context, set exporter.Settings, c component.Config) (exporter.Metrics, error) {
			out := &lines{path: c.(*linesConfig).Path}
			return exporterhelper.NewMetrics(ctx, set, c, func(_ context.Context, data pmetric.Metrics) error {
				return out.append((&pmetric.JSONMarshaler{}).MarshalMetrics(data))
			})
		}, component.StabilityLevelStable),
		exporter.WithTraces(func(ctx context.Context, set exporter.Settings, c component.Config) (exporter.Traces, error) {
			out := &lines{path: c.(*linesConfig).Path}
			return exporterhelper.NewTraces(ctx, set, c, func(_ context.Context, data ptrace.Traces) error {
				return out.append((&ptrace.JSONMarshaler{}).MarshalTraces(data))
			})
		}, component.StabilityLevelStable),
		exporter.WithLogs(func(ctx context.Context, set exporter.Settings, c component.Config) (exporter.Logs, error) {
			out := &lines{path: c.(*linesConfig).Path}
			return exporterhelper.NewLogs(ctx, set, c, func(_ context.Context, data plog.Logs) error {
				return out.append((&plog.JSONMarshaler{}).MarshalLogs(data))
			})
		}, component.StabilityLevelStable),
	)
}

func (out *lines) append(line []byte, failed error) error {
	if failed != nil {
		return failed
	}
	out.lock.Lock()
	defer out.lock.Unlock()
	file, err := os.OpenFile(out.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(append(line, '\n'))
	return errors.Join(err, file.Close())
}
