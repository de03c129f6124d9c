#include "sandbox.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#else
#define NATIVE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
/// Goes on with the next but one instruction unless the call is this one.
#define UNLESS(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1)
/// Refuses calls of other processor modes, whose numbers mean other calls, and those of x32.
#define NATIVE_ONLY                                                      \
  LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),         \
    REFUSE(ENOSYS), LOAD(nr),                                            \
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE(ENOSYS)

static void install(struct sock_filter *filter, unsigned short count) {
  struct sock_fprog program = {count, filter};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void sandbox_restrict_calls(void) {
  struct sock_filter filter[] = {
    NATIVE_ONLY,
    UNLESS(SYS_socket), REFUSE(EACCES),
    UNLESS(SYS_connect), REFUSE(EACCES),
    UNLESS(425 /* io_uring_setup */), REFUSE(EACCES),
    UNLESS(SYS_ptrace), REFUSE(EACCES),
    UNLESS(SYS_process_vm_readv), REFUSE(EACCES),
    UNLESS(SYS_process_vm_writev), REFUSE(EACCES),
    ALLOW,
  };
  install(filter, sizeof filter / sizeof *filter);
}

void sandbox_forbid_clones(void) {
  struct sock_filter filter[] = {
    NATIVE_ONLY,
    UNLESS(SYS_clone), REFUSE(EPERM),
    // The C library tries the older call if there is no newer one.
    UNLESS(435 /* clone3 */), REFUSE(ENOSYS),
#if defined(SYS_fork)
    UNLESS(SYS_fork), REFUSE(EPERM),
    UNLESS(SYS_vfork), REFUSE(EPERM),
#endif
    ALLOW,
  };
  install(filter, sizeof filter / sizeof *filter);
}

#else

void sandbox_restrict_calls(void) {}
void sandbox_forbid_clones(void) {}

#endif
