import TestSupport

/// The folder of an index, as calls change it, and what a crash may leave of it.
struct SimulatedDisk {
  private enum Opened {
    case file(Int)
    case folder
  }

  private let path: String
  private let folder: String
  private var files: [SimulatedFile] = []
  /// Which file each name leads to: since the folder was last waited for, after each change.
  private var names: [[String: Int]]
  private var opened: [Int32: Opened] = [:]

  /// - Parameters:
  ///   - path: The index.
  ///   - before: What it holds; nil if there is none.
  init(path: String, before: [UInt8]?) {
    self.path = path
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    files = before.map { [SimulatedFile(durable: $0)] } ?? []
    names = [before == nil ? [:] : [path: 0]]
  }

  /// The index as a process sees it; nil if there is none.
  var visible: [UInt8]? {
    names.last?[path].map { files[$0].visible }
  }

  /// Does what a call did.
  mutating func apply(_ call: RecordedCall) {
    switch call {
    case .open(folder, let descriptor):
      opened[descriptor] = .folder
    case .open(let path, let descriptor):
      opened[descriptor] = .file(file(named: path))
    case .close(let descriptor):
      opened[descriptor] = nil
    case .write(let bytes, let descriptor, let offset):
      change(descriptor, .write(bytes, offset: offset))
    case .truncate(let descriptor, let byteCount):
      change(descriptor, .truncate(byteCount: byteCount))
    case .synchronize(let descriptor):
      switch opened[descriptor] {
      case .file(let number): files[number].synchronize()
      case .folder: names = names.suffix(1)
      case nil: break
      }
    case .setPermissions, .setOwner, .copyAccessList:
      break
    case .move(let path, let newPath):
      changeNames { names in names[newPath] = names.removeValue(forKey: path) }
    case .remove(let path):
      changeNames { names in names[path] = nil }
    }
  }

  /// What a loss of power may leave of the index; nil stands for no index.
  func states(sampleCount: Int, using random: inout SeededGenerator) -> [[UInt8]?] {
    var states: [[UInt8]?] = []
    for number in Set(names.map { $0[path] }) {
      guard let number else {
        states.append(nil)
        continue
      }
      states += files[number].states(sampleCount: sampleCount, using: &random)
    }
    return states
  }

  private mutating func file(named path: String) -> Int {
    if let number = names.last?[path] { return number }
    files.append(SimulatedFile())
    changeNames { [number = files.count - 1] names in names[path] = number }
    return files.count - 1
  }

  private mutating func change(_ descriptor: Int32, _ change: SimulatedFile.Change) {
    guard case .file(let number) = opened[descriptor] else { return }
    files[number].change(change)
  }

  private mutating func changeNames(_ change: (inout [String: Int]) -> Void) {
    var changed = names.last ?? [:]
    change(&changed)
    names.append(changed)
  }
}
