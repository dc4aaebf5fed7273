/*
 * The floor of one pass over the host's basic files: bare preads of files kept open, nothing parsed.
 *
 * Reads commands of two words from standard input, "hot N" or "cold N", and answers each with N numbers of
 * nanoseconds, 8 bytes each in the machine's order, one a pass. Before each cold pass it sleeps 20 ms.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *const names[] = {
    "/proc/stat", "/proc/meminfo", "/proc/loadavg", "/proc/diskstats", "/proc/net/dev",
    "/proc/pressure/cpu", "/proc/pressure/memory", "/proc/pressure/io", "/proc/uptime",
};

enum { files = sizeof names / sizeof *names, room = 65536 };

static int descriptors[files];
static char bytes[room];

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static void pass(void)
{
    for (int i = 0; i < files; i++) {
        if (pread(descriptors[i], bytes, room, 0) <= 0) {
            perror(names[i]);
            exit(1);
        }
    }
}

int main(void)
{
    char kind[8];
    long count;

    for (int i = 0; i < files; i++) {
        descriptors[i] = open(names[i], O_RDONLY | O_CLOEXEC);
        if (descriptors[i] < 0) {
            perror(names[i]);
            return 1;
        }
    }
    while (scanf("%7s %ld", kind, &count) == 2) {
        int cold = strcmp(kind, "cold") == 0;
        uint64_t *took = calloc((size_t)count, sizeof *took);

        for (long i = 0; i < count; i++) {
            if (cold)
                usleep(20000);
            uint64_t started = now();
            pass();
            took[i] = now() - started;
        }
        fwrite(took, sizeof *took, (size_t)count, stdout);
        fflush(stdout);
        free(took);
    }
    return 0;
}
