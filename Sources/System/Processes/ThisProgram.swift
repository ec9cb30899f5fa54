/// The running program's own file.
package enum ThisProgram {
  /// Where it is; nil where the system does not say.
  package static var path: String? { ProcessCall.executable }

  /// The number that the system calls this process by.
  package static var number: Int32 { ProcessCall.number }

  /// A name under which it can be started again, though the file was moved or replaced meanwhile.
  package static var name: String {
    let own = "/proc/self/exe"
    return NamedFile.exists(own) ? own : CommandLine.arguments.first ?? "descent"
  }
}
