import AnswerRecords
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An index and a dictionary have the text of what they are made from.
struct RightsTests {
  private static func permissions(_ path: String, _ command: Command) throws -> String {
    try command.shell("stat -c %a \(path) 2>/dev/null || stat -f %Lp \(path)").output
  }

  @Test func `an index keeps its permissions when it is written anew`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    _ = try command.run("dict", "add", "南泵")
    #expect(try command.shell("chmod 600 .bsearch .bsearch.dict").status == 0)
    for arguments in [["compact"], ["index", "--force"]] {
      #expect(try command.shell("\"$BSEARCH\" " + arguments.joined(separator: " ")).status == 0)
      #expect(try Self.permissions(".bsearch", command) == "600\n")
    }
    #expect(try command.run("dict", "add", "管网").status == 0)
    #expect(try Self.permissions(".bsearch.dict", command) == "600\n")
  }

  #if canImport(Glibc)
    /// The list of a file as the system keeps it; nil if it has none.
    private static func accessList(_ path: String) throws -> [UInt8]? {
      typealias Get =
        @convention(c) (
          UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int
        ) -> Int
      let get = unsafeBitCast(try #require(dlsym(nil, "getxattr")), to: Get.self)
      var bytes = [UInt8](repeating: 0, count: 1_024)
      let count = get(path, "system.posix_acl_access", &bytes, bytes.count)
      return count < 0 ? nil : Array(bytes.prefix(count))
    }

    private static func setAccessList(_ path: String, _ list: [UInt8]) throws -> Bool {
      typealias Set =
        @convention(c) (
          UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32
        ) -> Int32
      let set = unsafeBitCast(try #require(dlsym(nil, "setxattr")), to: Set.self)
      return set(path, "system.posix_acl_access", list, list.count, 0) == 0
    }

    @Test func `an access control list stays with its index`() throws {
      let issues = try Issues.indexed()
      let command = issues.command
      _ = try command.run("dict", "add", "南泵")
      // The owner may write, user 65534 may read, the group and others may nothing: entries of tag, rights and
      // number, behind the version 2.
      let entries: [(UInt16, UInt16, UInt32)] = [
        (0x01, 6, .max), (0x02, 4, 65_534), (0x04, 0, .max), (0x10, 4, .max), (0x20, 0, .max),
      ]
      var list: [UInt8] = [2, 0, 0, 0]
      for (tag, rights, number) in entries {
        list += [UInt8(tag), 0, UInt8(rights), 0]
        for shift in stride(from: 0, to: 32, by: 8) { list.append(UInt8(number >> shift & 0xFF)) }
      }
      for (name, arguments) in [
        (".bsearch", ["compact"]), (".bsearch.dict", ["dict", "add", "管网"]),
      ] {
        let path = issues.directory.path + "/" + name
        // Not every file system has lists.
        guard try Self.setAccessList(path, list) else { return }
        let before = try Self.permissions(name, command)
        #expect(try command.run(arguments).status == 0)
        #expect(try Self.accessList(path) == list)
        #expect(try Self.permissions(name, command) == before)
      }
    }
  #endif

  @Test(.enabled(if: getuid() == 0, "only the superuser can give files to others"))
  func `an index and a dictionary keep their owner and group`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    _ = try command.run("dict", "add", "南泵")
    #expect(try command.shell("chown 65534:65533 .bsearch .bsearch.dict").status == 0)
    #expect(try command.run("compact").status == 0)
    #expect(try command.run("index", "--force").status == 0)
    #expect(try command.run("dict", "add", "管网").status == 0)
    let owners = try command.shell("ls -ln .bsearch .bsearch.dict | awk '{ print $3, $4 }'").output
    #expect(owners == "65534 65533\n65534 65533\n")
  }

  @Test func `a new index of private files is private`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    for (permissions, expected) in [("644", "644"), ("640", "640"), ("600", "600")] {
      let made = try command.shell(
        "umask 022; chmod 755 . issues && chmod 644 issues/* && chmod \(permissions) issues/*08.md; "
          + "rm -f .bsearch; \"$BSEARCH\" index issues")
      #expect(made.status == 0)
      #expect(try Self.permissions(".bsearch", command) == expected + "\n")
    }
  }

  @Test func `a file that looks like a temporary one is not written over`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "echo own > mine && ln mine .bsearch.writing && \"$BSEARCH\" index --force")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(".bsearch.writing"))
    #expect(try readFile(issues.directory.path + "/mine") == Array("own\n".utf8))
  }

  @Test func `forty who add words at once lose none`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "for i in $(seq 40); do \"$BSEARCH\" dict add 岚云$i号 & done; wait; wc -l < .bsearch.dict")
    #expect(Int(outcome.output.filter(\.isNumber)) == 40)
    #expect(
      try issues.directory.names.filter { $0.hasPrefix(".bsearch.dict") } == [".bsearch.dict"])
  }

  @Test func `a dictionary that is a link stays one, also if it leads nowhere yet`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let outcome = try command.shell(
      "ln -s shared.dict .bsearch.dict; \"$BSEARCH\" dict add 南泵; \"$BSEARCH\" dict add 管网; "
        + "test -L .bsearch.dict && cat shared.dict")
    #expect(outcome.output == "南泵\n管网\n")
  }
}
