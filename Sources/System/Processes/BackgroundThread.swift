#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A thread of the system: the tool is linked without the libraries that would bring a nicer one.
package enum BackgroundThread {
  fileprivate final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Does the work beside the caller; false where the system has no thread for it.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body)).toOpaque()
    let isStarted = create(work)
    if !isStarted { Unmanaged<Work>.fromOpaque(work).release() }
    return isStarted
  }

  private static func create(_ work: UnsafeMutableRawPointer) -> Bool {
    #if canImport(Glibc)
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { doWork($0) }, work) == 0 else { return false }
    pthread_detach(thread)
    #else
    var thread: pthread_t?
    guard pthread_create(&thread, nil, { doWork($0) }, work) == 0, let thread else { return false }
    pthread_detach(thread)
    #endif
    return true
  }
}

private func doWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let work {
    Unmanaged<BackgroundThread.Work>.fromOpaque(work).takeRetainedValue().body()
  }
  return nil
}
