#if arch(wasm32)
import CWebRuntime

/// Room for bytes the page is about to write, aligned to 16; 0 when there is none.
@_expose(wasm, "allocate") @_cdecl("descent_allocate")
public func allocate(_ count: UInt32) -> UnsafeMutableRawPointer? {
  malloc(Int(bitPattern: UInt(count)))
}

/// Gives back what `allocate` made.
@_expose(wasm, "release") @_cdecl("descent_release")
public func release(_ pointer: UnsafeMutableRawPointer?) {
  free(pointer)
}

/// Bytes in use: for tests of leaks.
@_expose(wasm, "heapUsed") @_cdecl("descent_heap_used")
public func heapUsed() -> UInt32 { UInt32(truncatingIfNeeded: heap_used()) }

/// Bytes taken from the browser: for tests of leaks.
@_expose(wasm, "heapSize") @_cdecl("descent_heap_size")
public func heapSize() -> UInt32 { UInt32(truncatingIfNeeded: heap_size()) }
#endif
