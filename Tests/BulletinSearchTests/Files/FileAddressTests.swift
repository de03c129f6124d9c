import Testing

@testable import BulletinSearch

struct FileAddressTests {
  @Test(arguments: [
    ("a.md", "file://host/home/a.md"), ("./b/c d.md", "file://host/home/b/c%20d.md"),
    ("/x/水.md", "file://host/x/%E6%B0%B4.md"), ("a\\xFF.md", "file://host/home/a%FF.md"),
    ("a\u{1B}]8;;b\u{7}%.md", "file://host/home/a%1B%5D8%3B%3Bb%07%25.md"),
    ("a?b#c.md", "file://host/home/a%3Fb%23c.md"),
  ])
  func `an address has nothing but letters, digits and a few signs`(path: String, address: String) {
    #expect(FileAddress.address(of: path, from: "/home", host: "host") == address)
  }

  @Test func `a host that is no name is left out`() {
    #expect(FileAddress.address(of: "/a", from: "/", host: "a\u{7}b") == "file:///a")
    #expect(FileAddress.address(of: "a", from: "/", host: "") == "file:///a")
  }
}
