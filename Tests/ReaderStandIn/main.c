// Runs a script that lies beside it, its own name with `.sh`, in the place of a program that tests decide.
//
// With `--serve` it serves as `bsearch-extract` does, and the script reads each document. Scripts are not run
// themselves: a file that was just written cannot be while another test starts a program, which has it open for a
// moment.

#include "CSandbox.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { most_arguments = 16 };

int main(int count, char **arguments) {
  char script[4096];
  snprintf(script, sizeof script, "%s.sh", arguments[0]);
  char request[csandbox_argument_size];
  char *call[most_arguments + 3] = {"sh", script};
  if (count == 2 && strcmp(arguments[1], "--serve") == 0) {
    if (csandbox_serve(0, request) == 0) { return 0; }
    call[2] = request;
  } else {
    for (int index = 1; index < count && index <= most_arguments; index += 1) {
      call[index + 1] = arguments[index];
    }
  }
  execv("/bin/sh", call);
  return 127;
}
