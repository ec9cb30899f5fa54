#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A thread of the system: the tool is linked without the libraries that would bring a nicer one.
package enum BackgroundThread {
  private final class Work: Sendable {
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
    #if canImport(Darwin)
    var thread: pthread_t?
    guard pthread_create(&thread, nil, run, work) == 0, let thread else { return false }
    #else
    var thread = pthread_t()
    guard pthread_create(&thread, nil, run, work) == 0 else { return false }
    #endif
    pthread_detach(thread)
    return true
  }

  #if canImport(Darwin)
  private static let run: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body()
    return nil
  }
  #else
  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let work = $0 { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
    return nil
  }
  #endif
}
