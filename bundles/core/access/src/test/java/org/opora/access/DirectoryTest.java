package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.GOOD;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.opora.access.directory.TestDirectory;
import org.opora.access.domain.Account;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Directory;
import org.opora.api.access.Directory.Connection;
import org.opora.api.access.Directory.Finding;
import org.opora.api.access.DirectoryAway;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** Against a directory that listens on real ports, with TLS. */
@OnEveryDatabase
class DirectoryTest {
  private static final String THERE = "heslo k pocitacum 7";

  @Parameter Product product;
  private TestHouse house;
  private TestDirectory there;
  private StaffId boss;

  @BeforeEach
  void open() throws Exception {
    there = new TestDirectory();
    there.add("jana", THERE);
    house = new TestHouse(product);
    boss = house.setUp();
  }

  @AfterEach
  void close() {
    house.close();
    there.close();
  }

  @Test
  void aColleagueWhoIsInvitedSignsInWithThePasswordOfTheDirectory() throws Exception {
    there.add("petr", "petrovo heslo 1");
    refused(null, () -> invite(StaffId.next(), true));
    connect();
    assertEquals(Optional.empty(), signIn("jana", THERE), "to be in the directory opens nothing");
    StaffId jana = StaffId.next();
    String code = invite(jana, true);
    assertTrue(accounts().invitedByDirectory(code));
    refused("password", () -> accounts().accept(code, named("jana", "some other password")));
    refused("password", () -> accounts().accept(code, named("petra", THERE)));
    refused("password", () -> accounts().accept(code, named("jana", "")));
    assertEquals(jana, accounts().accept(code, named("Jana", THERE)));

    assertEquals(Optional.of(jana), signIn("jana", THERE));
    assertEquals(Optional.empty(), signIn("jana", "some other password"));
    assertEquals(Optional.empty(), signIn("jana", ""));
    assertEquals(Optional.empty(), signIn("petr", "petrovo heslo 1"), "nobody here");
    assertNull(account(jana).passwordHash(), "it is kept there alone");
    there.change("jana", "userPassword", "heslo k pocitacum 8");
    assertEquals(Optional.empty(), signIn("jana", THERE));
    assertEquals(Optional.of(jana), signIn("jana", "heslo k pocitacum 8"));

    Viewer own = house.viewer(jana, Map.of());
    assertTrue(accounts().byDirectory(own));
    refused(
        "current",
        () ->
            accounts()
                .changePassword(
                    own, "t", "heslo k pocitacum 8".toCharArray(), GOOD.toCharArray(), null));
    assertFalse(accounts().byDirectory(viewer()));
    assertEquals(Set.of(jana), accounts().byDirectory(viewer(), Set.of(jana, boss)));
    assertEquals(Set.of(), accounts().byDirectory(own, Set.of(jana, boss)));
    String other = invite(StaffId.next(), true);
    refused("signInName", () -> accounts().accept(other, named("jana", "heslo k pocitacum 8")));
  }

  @Test
  void whoIsClosedThereOrIsSomebodyElseNowDoesNotComeIn() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    for (String[] closed :
        List.of(
            new String[] {"userAccountControl", "514", "512"},
            new String[] {"nsAccountLock", "TRUE", "FALSE"},
            new String[] {"pwdAccountLockedTime", "000001010000Z", "20260101000000Z"})) {
      there.change("jana", closed[0], closed[1]);
      assertEquals(Optional.empty(), signIn("jana", THERE), closed[0]);
      assertEquals(Finding.CLOSED, directory().look("jana"));
      there.change("jana", closed[0], closed[2]);
      assertEquals(Optional.of(jana), signIn("jana", THERE), closed[0]);
    }
    there.add("guests", "jana", THERE);
    assertEquals(Finding.SEVERAL, directory().look("jana"));
    assertEquals(Optional.empty(), signIn("jana", THERE), "which of both it is nobody knows");
    Connection narrow = there.connection();
    directory()
        .connect(
            new Connection(
                narrow.address(),
                false,
                TestDirectory.ACCOUNT,
                "ou=staff," + TestDirectory.BASE,
                "uid",
                "(objectClass=inetOrgPerson)"),
            TestDirectory.SECRET.toCharArray(),
            there.certificates);
    assertEquals(Optional.of(jana), signIn("jana", THERE));
    there.remove("jana");
    assertEquals(Finding.UNKNOWN, directory().look("jana"));
    assertEquals(Optional.empty(), signIn("jana", THERE));
    there.add("jana", THERE);
    assertEquals(Optional.empty(), signIn("jana", THERE), "another one who is called so");
  }

  /** Nobody says a password for what fetches on somebody's behalf, so the entry is looked for. */
  @Test
  void whoIsClosedThereOwnsNothingThatFetches() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    assertTrue(accounts().owner(jana).isPresent());
    assertTrue(accounts().owner(boss).isPresent());
    there.change("jana", "userAccountControl", "514");
    assertEquals(Optional.empty(), accounts().owner(jana));
    there.change("jana", "userAccountControl", "512");
    assertTrue(accounts().owner(jana).isPresent());
    there.remove("jana");
    assertEquals(Optional.empty(), accounts().owner(jana));
    there.add("jana", THERE);
    assertEquals(Optional.empty(), accounts().owner(jana), "another one who is called so");
    there.add("petr", "petrovo heslo 1");
    StaffId petr = linked("petr", "petrovo heslo 1");
    assertTrue(accounts().owner(petr).isPresent());
    there.stop();
    assertEquals(Optional.empty(), accounts().owner(petr), "while nobody can be asked");
    assertTrue(accounts().owner(boss).isPresent(), "whose password is kept here");
  }

  @Test
  void whoIsDisabledHereIsOutWhateverTheDirectorySays() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    accounts().disable(viewer(), jana);
    assertEquals(Optional.empty(), signIn("jana", THERE));
    String code = invite(jana, false);
    assertFalse(accounts().invitedByDirectory(code));
    accounts().accept(code, TestHouse.account("jana"));
    assertEquals(Optional.of(jana), signIn("jana", GOOD), "with a password of Opora again");
    assertEquals(Optional.empty(), signIn("jana", THERE));
    assertEquals(0, directory().disconnect());
  }

  @Test
  void lettersOfANameAreNoPartOfTheQuestion() throws Exception {
    connect();
    linked("jana", THERE);
    assertEquals(Finding.FOUND, directory().look("jana"));
    for (String name : List.of("jan*", "*", "*)(uid=jana", "jana)(|(uid=*", "\\2a")) {
      assertEquals(Finding.UNKNOWN, directory().look(name), name);
      assertEquals(Optional.empty(), signIn(name, THERE), name);
    }
    assertEquals(Finding.UNKNOWN, directory().look("jana\0"));
  }

  @Test
  void nobodyIsAskedToWhomTheDirectoryRefers() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    try (TestDirectory other = new TestDirectory()) {
      there.refersTo(other);
      other.add("elsewhere", "petr", THERE);
      assertEquals(Finding.UNKNOWN, directory().look("petr"));
      assertEquals(Optional.empty(), signIn("petr", THERE));
      assertEquals(Optional.of(jana), signIn("jana", THERE), "and nobody is kept out by it");
      assertEquals(0, other.binds.get() + other.searches.get());
    }
  }

  @Test
  void theDirectoryIsAwayForItsOwnOnly() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    there.stop();
    for (int i = 0; i < 8; i++) {
      assertThrows(DirectoryAway.class, () -> signIn("jana", THERE));
    }
    assertThrows(DirectoryAway.class, () -> signIn("nobody", THERE), "the same for every name");
    assertThrows(DirectoryAway.class, () -> signIn("reditelka", "wrong wrong wrong"));
    assertEquals(8, told("access.directory-away"));
    assertEquals(2, told("access.sign-in-failed"), "guesses of passwords that are kept here");
    assertEquals(Optional.of(boss), signIn("reditelka", GOOD));
    assertThrows(DirectoryAway.class, () -> directory().look("jana"));
    String code = invite(StaffId.next(), true);
    assertThrows(DirectoryAway.class, () -> accounts().accept(code, named("petr", THERE)));
    there.again();
    connect();
    assertEquals(Optional.of(jana), signIn("jana", THERE), "nothing of it was a guess");
    assertEquals(1, directory().disconnect());
    assertEquals(Optional.empty(), signIn("jana", THERE));
    assertEquals(Optional.empty(), directory().connection());
  }

  /** What takes as long tells nobody which names have an account, and where its password is. */
  @Test
  void theSameIsAskedForEveryNameThatDoesNotComeIn() throws Exception {
    there.add("petr", THERE);
    connect();
    linked("jana", THERE);
    int[] wrong = asked("jana", "some other password");
    assertEquals(List.of(2, 1), List.of(wrong[0], wrong[1]));
    for (String name : List.of("reditelka", "nobody", "petr")) {
      int[] same = asked(name, "some other password");
      assertEquals(List.of(2, 1), List.of(same[0], same[1]), name);
    }
    int[] right = asked("reditelka", GOOD);
    assertEquals(List.of(0, 0), List.of(right[0], right[1]), "no need of it");
  }

  private int[] asked(String name, String password) {
    int binds = there.binds.get();
    int searches = there.searches.get();
    signIn(name, password);
    return new int[] {there.binds.get() - binds, there.searches.get() - searches};
  }

  /** Also nobody's account there is closed by what is guessed here. */
  @Test
  void whoGuessesWaitsHereBeforeTheDirectoryIsAsked() throws Exception {
    connect();
    StaffId jana = linked("jana", THERE);
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), signIn("jana", "wrong wrong " + i));
    }
    assertEquals(Optional.empty(), signIn("jana", THERE), "right, but it has to wait");
    house.clock.pass(Duration.ofSeconds(2));
    assertEquals(Optional.of(jana), signIn("jana", THERE));

    there.add("petr", "petrovo heslo 1");
    String code = invite(StaffId.next(), true);
    for (int i = 0; i < 5; i++) {
      refused("password", () -> accounts().accept(code, named("petr", "wrong wrong")));
    }
    refused("password", () -> accounts().accept(code, named("petr", "petrovo heslo 1")));
    house.clock.pass(Duration.ofSeconds(2));
    assertNotNull(accounts().accept(code, named("petr", "petrovo heslo 1")));
  }

  @Test
  void passwordsTravelByTlsToWhoIsTrustedAndNowhereElse() throws Exception {
    directory().connect(there.connection(false), secret(), there.certificates);
    linked("jana", THERE);
    assertTrue(signIn("jana", THERE).isPresent(), "by StartTLS");
    directory().connect(there.connection(true), secret(), null);
    assertTrue(signIn("jana", THERE).isPresent(), "plain on this computer");

    try (TestDirectory other = new TestDirectory();
        TestDirectory misnamed =
            new TestDirectory(new GeneralName(GeneralName.dNSName, "elsewhere.example"))) {
      away("certificate", there.connection(), TestDirectory.SECRET, other.certificates);
      away("certificate", there.connection(false), TestDirectory.SECRET, other.certificates);
      away("certificate", misnamed.connection(), TestDirectory.SECRET, misnamed.certificates);
      away("certificate", misnamed.connection(false), TestDirectory.SECRET, misnamed.certificates);
      assertEquals(0, misnamed.binds.get(), "nothing was said to it");
    }
    away("account", there.connection(), "another secret", there.certificates);
    Connection at = there.connection();
    away(
        "base",
        new Connection(at.address(), false, TestDirectory.ACCOUNT, "dc=nowhere", "uid", null),
        TestDirectory.SECRET,
        there.certificates);
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      away(
          "silent",
          TestDirectory.at("ldap://127.0.0.1:" + mute.getLocalPort(), true),
          TestDirectory.SECRET,
          null);
    }
    for (Connection wrong :
        List.of(
            TestDirectory.at("ldap://directory.centre.lan", true),
            TestDirectory.at("ldap://localhost", true),
            TestDirectory.at("ldaps://127.0.0.1", true),
            TestDirectory.at("http://127.0.0.1", false),
            TestDirectory.at("ldaps://user@127.0.0.1", false),
            TestDirectory.at("ldaps://127.0.0.1/dc=x", false),
            TestDirectory.at("ldaps:", false),
            TestDirectory.at("", false),
            new Connection(at.address(), false, "", TestDirectory.BASE, "uid", null),
            new Connection(at.address(), false, TestDirectory.ACCOUNT, "nowhere", "uid", null),
            new Connection(
                at.address(), false, TestDirectory.ACCOUNT, TestDirectory.BASE, "uid=*", null),
            new Connection(
                at.address(), false, TestDirectory.ACCOUNT, TestDirectory.BASE, "uid", "(uid"))) {
      refused(null, () -> directory().connect(wrong, secret(), there.certificates));
    }
    refused(null, () -> directory().connect(at, secret(), null));
    refused(null, () -> directory().connect(at, secret(), "no certificate"));
    refused(null, () -> directory().connect(at, new char[0], there.certificates));
    assertEquals(
        Optional.of(there.connection(true)), directory().connection(), "the last that answered");
  }

  private void away(String why, Connection connection, String secret, String certificates) {
    DirectoryAway away =
        assertThrows(
            DirectoryAway.class,
            () -> directory().connect(connection, secret.toCharArray(), certificates));
    assertEquals("directory.away." + why, away.text().key());
  }

  @Test
  void thePasswordOfOporaLiesInAFileOfItsOwner() throws Exception {
    connect();
    linked("jana", THERE);
    Path data = house.houseDatabase().dataFolder();
    Path file = data.resolveSibling("data.directory").resolve("directory.properties");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(Files.readString(file).contains(TestDirectory.SECRET), "there and nowhere else");
    assertFalse(Files.readString(file).contains(THERE));
    house.restart();
    assertTrue(signIn("jana", THERE).isPresent(), "after a restart");
    for (String open : List.of("rw-r-----", "rw-----w-", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      assertThrows(DirectoryAway.class, () -> signIn("jana", THERE), open);
      assertEquals(Optional.of(boss), signIn("reditelka", GOOD));
    }
    Refused refused = assertThrows(Refused.class, () -> directory().connection());
    assertEquals("directory.open-file", refused.text().key());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "address=ldaps://127.0.0.1\n");
    assertThrows(DirectoryAway.class, () -> signIn("jana", THERE));
    Files.writeString(file, "address=\\u12");
    assertThrows(DirectoryAway.class, () -> signIn("jana", THERE));
  }

  @Test
  void oneDirectorComesInWithoutTheDirectory() throws Exception {
    connect();
    refused(null, () -> accounts().invite(viewer(), boss, "Marie", Set.of("director"), true));
    StaffId second = StaffId.next();
    String code =
        accounts().invite(house.director(), second, "Jana Malá", Set.of("director"), true);
    house.confirm(second);
    accounts().accept(code, named("jana", THERE));
    refused(null, () -> accounts().disable(house.director(), boss));
    refused(null, () -> house.access.roles().assign(house.director(), boss, Set.of("key-worker")));
    accounts().disable(house.director(), second);

    StaffId third = StaffId.next();
    String own = accounts().invite(house.director(), third, "Eva Malá", Set.of("director"));
    house.confirm(third);
    accounts().accept(own, TestHouse.account("eva"));
    there.add("marie", THERE);
    String move =
        accounts().invite(house.director(), boss, "Marie Krátká", Set.of("director"), true);
    assertEquals(Optional.of(boss), signIn("reditelka", GOOD), "as before until it is used");
    accounts().accept(move, named("marie", THERE));
    assertEquals(Optional.of(boss), signIn("marie", THERE));
    assertEquals(Optional.empty(), signIn("reditelka", GOOD));
  }

  private void connect() {
    directory().connect(there.connection(), secret(), there.certificates);
  }

  private static char[] secret() {
    return TestDirectory.SECRET.toCharArray();
  }

  private StaffId linked(String name, String password) {
    return accounts().accept(invite(StaffId.next(), true), named(name, password));
  }

  private String invite(StaffId staff, boolean byDirectory) {
    return accounts().invite(viewer(), staff, "Jana Malá", Set.of("key-worker"), byDirectory);
  }

  private static NewAccount named(String name, String password) {
    return new NewAccount("", name, password.toCharArray(), "cs");
  }

  private Account account(StaffId staff) {
    return house.tx.read(em -> em.find(Account.class, staff.value()));
  }

  private long told(String act) {
    return house.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE ACT = '" + act + "'")
                        .getSingleResult())
                .longValue());
  }

  private Accounts accounts() {
    return house.access.accounts();
  }

  private Directory directory() {
    return house.access.directory();
  }

  private Viewer viewer() {
    return house.viewer(boss, house.director().grants());
  }

  private Optional<StaffId> signIn(String name, String password) {
    return accounts().signIn(name, password.toCharArray());
  }

  private static void refused(String field, Executable work) {
    Refused refused = assertThrows(Refused.class, work);
    assertEquals(field, refused.field());
  }
}
