#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A thread of the system.
@safe struct WorkerThread {
  /// As much as the first thread of a process has on Linux; other threads have less on macOS.
  private static let stackSize = 8 << 20

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  private let handle: pthread_t

  /// Begins a thread that does `body`; nil if the system has none left.
  init?(_ body: @escaping @Sendable () -> Void) {
    let context = unsafe Unmanaged.passRetained(Body(body))
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    #if canImport(Glibc)
      var handle = pthread_t()
      let status = unsafe pthread_create(
        &handle, &attributes,
        { context in
          if let context = unsafe context { unsafe WorkerThread.run(context) }
          return nil
        }, context.toOpaque())
    #else
      var handle: pthread_t?
      let status = unsafe pthread_create(
        &handle, &attributes,
        { context in
          unsafe WorkerThread.run(context)
          return nil
        }, context.toOpaque())
    #endif
    guard status == 0 else {
      unsafe context.release()
      return nil
    }
    #if canImport(Glibc)
      self.handle = handle
    #else
      guard let handle else { return nil }
      self.handle = handle
    #endif
  }

  /// Waits until the thread has ended.
  func join() {
    pthread_join(handle, nil)
  }

  /// Lets the thread go, for which nobody will wait.
  func detach() {
    pthread_detach(handle)
  }

  private static func run(_ context: UnsafeMutableRawPointer) {
    unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
  }
}

/// A lock, and a way to wait until something under it has changed.
@safe final class ThreadLock: @unchecked Sendable {  // A mutex and a condition of POSIX.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func locked(_ body: () -> Void) {
    unsafe pthread_mutex_lock(mutex)
    body()
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Wakes all that wait.
  func signal() {
    unsafe pthread_cond_broadcast(condition)
  }

  /// Calls `body` under the lock, again after every signal until it gives a value.
  func wait<Value>(_ body: () -> Value?) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let value = body() { return value }
      unsafe pthread_cond_wait(condition, mutex)
    }
  }

  /// The same, but nil if it gives none within `limit`.
  func wait<Value>(atMost limit: Duration, _ body: () -> Value?) -> Value? {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    var end = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &end)
    let second: Int64 = 1_000_000_000
    let nanoseconds = Int64(end.tv_nsec) + Int64(limit / .nanoseconds(1))
    end.tv_sec += Int(nanoseconds / second)
    end.tv_nsec = Int(nanoseconds % second)
    while true {
      if let value = body() { return value }
      if unsafe pthread_cond_timedwait(condition, mutex, &end) != 0 { return body() }
    }
  }
}
