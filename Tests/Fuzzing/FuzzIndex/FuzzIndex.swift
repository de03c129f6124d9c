/// Lets libFuzzer make up damage to small indexes, of which then everything is asked.
///
/// An input is a byte that says which index and whether its checksums are made right again, a byte that says what is
/// asked, since to ask everything takes long, and the edits of ``IndexEdits``. The arguments are those of libFuzzer; a file name among them runs that input once.
@main
enum FuzzIndex {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { start, count in
      FuzzTarget.shared.run(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }
}

/// The entry of libFuzzer for programs with a main function of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
