package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.account;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.application.Codes;
import org.opora.access.domain.Factor;
import org.opora.api.access.Reach;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.SecondFactor.Enrolled;
import org.opora.api.access.SecondFactor.Holder;
import org.opora.api.access.SecondFactor.Step;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.ProofNeeded;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

@OnEveryDatabase
class SecondFactorTest {
  @Parameter Product product;
  private TestHouse house;
  private StaffId boss;
  private int number;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    boss = house.setUp();
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @AfterEach
  void nobodyMust() {
    house.tx.run(
        em -> em.createQuery("UPDATE FactorRule r SET r.demandedSince = NULL").executeUpdate());
    house.tx.run(
        em -> {
          em.createQuery("DELETE FROM Factor f WHERE f.staff = :boss")
              .setParameter("boss", boss.value())
              .executeUpdate();
        });
    house.access.grants().changed();
  }

  @Test
  void whereNobodyMustThePasswordIsEnough() {
    assertFalse(factor().demanded());
    assertTrue(factor().decided(), "the set-up of this house said so");
    String token = signedIn(worker());
    assertEquals(Optional.empty(), factor().waits(token));
    assertTrue(sessions().find(token).isPresent());
  }

  @Test
  void whoMustHaveOneReachesNothingUntilItIsThere() {
    StaffId worker = worker();
    String before = signedIn(worker);
    demand(true);
    assertEquals(Optional.empty(), sessions().find(before), "from the next request on");
    assertEquals(Optional.of(Step.ENROL), factor().waits(before));
    assertThrows(NotAllowed.class, () -> factor().prove(before, "123456"));

    String secret = secret(before);
    assertEquals(secret, secret(before), "the same until it is confirmed");
    assertEquals(Optional.empty(), factor().confirm(before, "000000"));
    String elsewhere = signedIn(worker);
    Enrolled enrolled = factor().confirm(before, code(secret)).orElseThrow();
    assertEquals(Optional.empty(), sessions().find(before), "a token of before opens nothing");
    assertEquals(Optional.empty(), factor().waits(before));
    assertEquals(Optional.empty(), factor().waits(elsewhere), "others of the person are over");
    assertEquals(worker, sessions().find(enrolled.token()).orElseThrow().staff());
    assertEquals(10, new HashSet<>(enrolled.codes()).size());
    enrolled.codes().forEach(code -> assertEquals(16, code.replace("-", "").length(), code));

    house.restart();
    String again = signedIn(worker);
    assertEquals(Optional.of(Step.CODE), factor().waits(again));
    assertEquals(Optional.empty(), sessions().find(again));
    assertEquals(Optional.empty(), factor().prove(again, code(secret)), "used already");
    house.clock.pass(Duration.ofSeconds(30));
    String in = factor().prove(again, " " + halves(code(secret))).orElseThrow();
    assertEquals(worker, sessions().find(in).orElseThrow().staff());
  }

  @Test
  void aSecretThatSomebodySawElsewhereIsNotTaken() {
    StaffId worker = worker();
    String left = signedIn(worker);
    String seen = secret(left);
    String own = signedIn(worker);
    String secret = secret(own);
    assertNotEquals(seen, secret);
    assertEquals(Optional.empty(), factor().confirm(left, code(seen)));
    assertEquals(Optional.empty(), factor().confirm(own, code(seen)));
    assertTrue(factor().confirm(own, code(secret)).isPresent());
  }

  @Test
  void codesOfClocksThatDifferAreTakenAndEachOnce() {
    StaffId worker = worker();
    String secret = enrol(worker);
    house.clock.pass(Duration.ofMinutes(5));
    String early = code(secret, -30);
    String late = code(secret, 30);
    String tooEarly = code(secret, -60);
    String tooLate = code(secret, 60);
    assertTrue(proves(worker, early));
    assertFalse(proves(worker, early));
    assertFalse(proves(worker, tooEarly));
    assertFalse(proves(worker, tooLate));
    assertTrue(proves(worker, late));
    assertFalse(proves(worker, code(secret)), "all before a used one are gone");
    assertFalse(proves(worker, ""));
  }

  @Test
  void manyWhoGiveOneCodeAtOnceAreOne() throws Exception {
    StaffId worker = worker();
    String secret = enrol(worker);
    for (int round = 0; round < 5; round++) {
      house.clock.pass(Duration.ofHours(1));
      String code = code(secret);
      assertEquals(1, together(worker, code), "round " + round);
    }
  }

  @Test
  void aRecoveryCodeWorksOnceAndForItsOwnerOnly() throws Exception {
    StaffId worker = worker();
    StaffId other = worker();
    enrol(other);
    List<String> codes = enrolled(worker).codes();
    house.clock.pass(Duration.ofMinutes(5));
    assertFalse(proves(other, codes.get(0)));
    assertTrue(proves(worker, codes.get(0).toLowerCase(Locale.ROOT).replace("-", " ")));
    assertFalse(proves(worker, codes.get(0)));
    assertEquals(1, together(worker, codes.get(1)));

    Viewer viewer = proven(worker, codes.get(2));
    assertEquals(7, factor().mine(viewer).orElseThrow().codes());
    List<String> renewed = factor().renew(viewer);
    assertEquals(10, factor().mine(viewer).orElseThrow().codes());
    assertFalse(proves(worker, codes.get(3)), "those of before are worth nothing");
    assertTrue(proves(worker, renewed.get(9)));
  }

  @Test
  void whatIsKeptCannotBeReadFromTheTables() {
    StaffId worker = worker();
    String token = signedIn(worker);
    String secret = secret(token);
    List<String> codes = factor().confirm(token, code(secret)).orElseThrow().codes();
    house.tx.run(
        em -> {
          String kept =
              new String(
                  em.find(Factor.class, worker.value()).secret(), StandardCharsets.ISO_8859_1);
          assertFalse(kept.contains(secret));
          List<String> hashes =
              em.createQuery("SELECT c.codeHash FROM RecoveryCode c", String.class).getResultList();
          codes.forEach(
              code -> assertFalse(hashes.contains(code) || hashes.contains(code.replace("-", ""))));
        });
  }

  @Test
  void whoGuessesCodesWaits() {
    StaffId worker = worker();
    String secret = enrol(worker);
    house.clock.pass(Duration.ofMinutes(5));
    for (int i = 0; i < 5; i++) {
      assertFalse(proves(worker, wrong(secret)));
    }
    assertFalse(proves(worker, code(secret)), "right, but it has to wait");
    assertTrue(house.access.accounts().signIn("name" + number, good()).isPresent());
    house.clock.pass(Duration.ofSeconds(2));
    assertTrue(proves(worker, code(secret)));
  }

  @Test
  void whoGuessesCodesElsewhereKeepsNobodyOutOfTheirOwnBrowser() {
    StaffId worker = worker();
    String secret = enrol(worker);
    String own = house.access.accounts().device(worker, null).orElseThrow();
    String foreign = house.access.accounts().device(worker(), null).orElseThrow();
    house.clock.pass(Duration.ofMinutes(5));
    String thief = signedIn(worker);
    for (int i = 0; i < 12; i++) {
      assertEquals(Optional.empty(), factor().prove(thief, wrong(secret)));
    }
    String token = signedIn(worker);
    assertEquals(Optional.empty(), factor().prove(token, code(secret)));
    assertEquals(Optional.empty(), factor().prove(token, code(secret), foreign));
    assertTrue(factor().prove(token, code(secret), own).isPresent());
    String again = signedIn(worker);
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), factor().prove(again, wrong(secret), own));
    }
    house.clock.pass(Duration.ofMillis(500));
    assertEquals(Optional.empty(), factor().prove(again, nextStep(secret), own), "here, too");
  }

  @Test
  void thePasswordAloneDoesNotLastLong() {
    StaffId worker = worker();
    String secret = enrol(worker);
    String token = signedIn(worker);
    house.clock.pass(Duration.ofMinutes(16));
    assertEquals(Optional.empty(), factor().waits(token));
    assertThrows(NotAllowed.class, () -> factor().prove(token, code(secret)));
    assertThrows(NotAllowed.class, () -> factor().prove("x".repeat(43), code(secret)));
    assertThrows(NotAllowed.class, () -> factor().offer(signedIn(worker)), "nor another factor");
  }

  @Test
  void whatIsDoneForGoodAsksAgainAfterTenMinutes() {
    StaffId worker = worker();
    String secret = enrol(boss);
    house.clock.pass(Duration.ofMinutes(30));
    String token = prove(boss, code(secret));
    Viewer fresh = viewer(token, house.director().grants());
    var roles = house.access.roles();
    roles.assign(fresh, worker, Set.of("key-worker"));
    house.clock.pass(Duration.ofMinutes(9));
    roles.assign(fresh, worker, Set.of("director"));
    house.clock.pass(Duration.ofMinutes(1));
    assertThrows(ProofNeeded.class, () -> roles.assign(fresh, worker, Set.of("key-worker")));
    assertThrows(
        ProofNeeded.class, () -> roles.allow(fresh, "key-worker", "access.audit", Reach.NONE));
    assertThrows(
        ProofNeeded.class,
        () -> house.access.accounts().invite(fresh, worker, "Jana", Set.of("director")));
    assertThrows(ProofNeeded.class, () -> factor().renew(fresh));
    assertThrows(ProofNeeded.class, () -> factor().demand(fresh, true));
    assertThrows(
        ProofNeeded.class,
        () -> house.access.export().export(fresh, OutputStream.nullOutputStream()));
    assertThrows(ProofNeeded.class, () -> factor().offer(token), "nor another telephone");
    String next = factor().prove(token, code(secret)).orElseThrow();
    assertNotEquals(token, next);
    roles.assign(viewer(next, house.director().grants()), worker, Set.of("key-worker"));
    String another = secret(next);
    assertNotEquals(secret, another);
    house.clock.pass(Duration.ofMinutes(1));
    String last = factor().confirm(next, code(another)).orElseThrow().token();
    assertTrue(sessions().find(last).isPresent());
    house.clock.pass(Duration.ofMinutes(1));
    assertFalse(proves(boss, code(secret)), "the former telephone is none any more");
  }

  @Test
  void whoHasNoneIsNotAskedWhereNobodyMust() {
    Viewer viewer = viewer(signedIn(boss), house.director().grants());
    assertDoesNotThrow(() -> factor().requireFresh(viewer));
    demand(true);
    assertThrows(ProofNeeded.class, () -> factor().requireFresh(viewer));
  }

  @Test
  void aLostFactorIsTakenAwayByTwo() {
    StaffId worker = worker();
    String secret = enrol(worker);
    String open = prove(worker, nextCode(secret));
    Viewer it =
        house.viewer(
            StaffId.next(),
            Map.of("access.sessions", Reach.ALL, "access.second-factor-reset", Reach.ALL));
    Viewer director = house.viewer(boss, house.director().grants());
    assertThrows(NotAllowed.class, () -> factor().askReset(nobody(), worker));
    assertThrows(NotFound.class, () -> factor().askReset(it, worker()));
    assertThrows(Refused.class, () -> factor().confirmReset(director, worker), "nobody asks");
    factor().askReset(it, worker);
    assertThrows(Refused.class, () -> factor().askReset(director, worker), "asked already");
    assertTrue(sessions().find(open).isPresent(), "nothing changes yet");
    assertEquals(it.staff(), holder(worker).askedBy());
    assertThrows(NotAllowed.class, () -> factor().confirmReset(it, worker));
    Viewer itself = proven(worker, nextCode(secret), house.director().grants());
    assertThrows(Refused.class, () -> factor().confirmReset(itself, worker), "not one's own");
    Viewer asking = house.viewer(it.staff(), house.director().grants());
    assertThrows(Refused.class, () -> factor().confirmReset(asking, worker), "not who asked");
    factor().withdrawReset(director, worker);
    assertThrows(Refused.class, () -> factor().confirmReset(director, worker));
    factor().askReset(it, worker);
    house.clock.pass(Duration.ofHours(25));
    assertThrows(Refused.class, () -> factor().confirmReset(director, worker), "a day is over");
    factor().askReset(it, worker);
    assertTrue(holder(worker).factor());
    String signedIn = prove(worker, nextCode(secret));
    factor().confirmReset(director, worker);
    assertEquals(Optional.empty(), sessions().find(signedIn), "everything of the person ends");
    assertFalse(holder(worker).factor());
    assertFalse(proves(worker, code(secret)));
    demand(true);
    assertEquals(Optional.of(Step.ENROL), factor().waits(signedIn(worker)));
  }

  @Test
  void whoFindsTheTelephoneAgainEndsTheReset() {
    StaffId worker = worker();
    String secret = enrol(worker);
    Viewer director = house.viewer(boss, house.director().grants());
    factor().askReset(director, worker);
    String token = prove(worker, nextCode(secret));
    String another = secret(token);
    factor().confirm(token, code(another)).orElseThrow();
    assertEquals(null, holder(worker).askedBy());
  }

  @Test
  void everybodySeesAndEndsTheirOwnSessions() {
    StaffId worker = worker();
    String here = sessions().start(worker, Duration.ofHours(9), "Firefox, Windows");
    house.clock.pass(Duration.ofMinutes(10));
    String there = sessions().start(worker, Duration.ofHours(9), "x".repeat(300));
    String third = sessions().start(worker, Duration.ofHours(9));
    String foreign = signedIn(boss);
    house.clock.pass(Duration.ofMinutes(5));
    assertTrue(sessions().find(here).isPresent());
    Viewer viewer = viewer(here, Map.of());
    List<Sessions.Open> own = sessions().own(viewer, here);
    assertEquals(3, own.size());
    assertEquals("Firefox, Windows", own.get(0).device());
    assertTrue(own.get(0).here());
    assertEquals(house.clock.instant(), own.get(0).seen());
    assertEquals(house.clock.instant().minus(Duration.ofMinutes(15)), own.get(0).since());
    String foreignKey = sessions().own(viewer(foreign, Map.of()), foreign).get(0).key();
    sessions().end(viewer, foreignKey);
    assertTrue(sessions().find(foreign).isPresent(), "somebody else's");
    String key = own.stream().filter(one -> one.device() == null).findFirst().orElseThrow().key();
    assertTrue(sessions().find(third).isPresent());
    sessions().end(viewer, key);
    assertEquals(Optional.empty(), sessions().find(third), "with the next request");
    sessions().endOthers(viewer, here);
    assertEquals(Optional.empty(), sessions().find(there));
    assertTrue(sessions().find(here).isPresent());
    assertTrue(sessions().find(foreign).isPresent());

    assertThrows(NotAllowed.class, () -> sessions().endAll(nobody(), worker));
    assertThrows(NotAllowed.class, () -> factor().holders(nobody()));
    Viewer it = house.viewer(StaffId.next(), Map.of("access.sessions", Reach.ALL));
    assertEquals(1, holder(worker).sessions());
    sessions().endAll(it, worker);
    assertEquals(Optional.empty(), sessions().find(here));
    assertEquals(0, holder(worker).sessions());
    house.clock.pass(Duration.ofMinutes(61));
    assertEquals(1, holder(boss).sessions(), "locked, and still there");
    house.clock.pass(Duration.ofHours(12));
    assertEquals(0, holder(boss).sessions());
  }

  private SecondFactor factor() {
    return house.access.factor();
  }

  private Sessions sessions() {
    return house.access.sessions();
  }

  private void demand(boolean demanded) {
    Viewer director = house.viewer(StaffId.next(), house.director().grants());
    assertThrows(NotAllowed.class, () -> factor().demand(nobody(), demanded));
    factor().demand(director, demanded);
  }

  private Viewer nobody() {
    return house.viewer(StaffId.next(), Map.of());
  }

  private StaffId worker() {
    number++;
    Viewer director = house.viewer(boss, house.director().grants());
    String code =
        house.access.accounts().invite(director, StaffId.next(), "Jana Malá", Set.of("key-worker"));
    return house.access.accounts().accept(code, account("name" + number));
  }

  private String signedIn(StaffId staff) {
    return sessions().start(staff, Duration.ofHours(9));
  }

  private Viewer viewer(String token, Map<String, Reach> grants) {
    Sessions.Session session = sessions().find(token).orElseThrow();
    Viewer plain = house.viewer(session.staff(), grants);
    return new Viewer(
        plain.staff(),
        plain.name(),
        grants,
        plain.locale(),
        plain.zone(),
        plain.clock(),
        plain.requestId(),
        session.proved());
  }

  private String secret(String token) {
    SecondFactor.Offer offer = factor().offer(token);
    String secret = offer.secret().replace(" ", "");
    assertEquals(32, secret.length());
    assertTrue(
        offer.uri().matches("otpauth://totp/Opora:\\w+\\?secret=" + secret + "&issuer=Opora"),
        offer.uri());
    return secret;
  }

  private Enrolled enrolled(StaffId staff) {
    String token = signedIn(staff);
    return factor().confirm(token, code(secret(token))).orElseThrow();
  }

  private String enrol(StaffId staff) {
    String token = signedIn(staff);
    String secret = secret(token);
    factor().confirm(token, code(secret)).orElseThrow();
    return secret;
  }

  private String code(String secret) {
    return code(secret, 0);
  }

  private String code(String secret, int seconds) {
    return Codes.of(secret, house.clock.instant().plusSeconds(seconds));
  }

  private String nextCode(String secret) {
    house.clock.pass(Duration.ofMinutes(2));
    return code(secret);
  }

  private String nextStep(String secret) {
    return code(secret, 30);
  }

  private String wrong(String secret) {
    Set<String> right = Set.of(code(secret, -30), code(secret), code(secret, 30));
    return right.contains("123123") ? "321321" : "123123";
  }

  private static String halves(String code) {
    return code.substring(0, 3) + " " + code.substring(3);
  }

  private boolean proves(StaffId staff, String code) {
    String token = signedIn(staff);
    return factor()
        .waits(token)
        .filter(step -> step == Step.CODE)
        .flatMap(step -> factor().prove(token, code))
        .flatMap(sessions()::find)
        .filter(session -> session.staff().equals(staff))
        .isPresent();
  }

  private String prove(StaffId staff, String code) {
    return factor().prove(signedIn(staff), code).orElseThrow();
  }

  private Viewer proven(StaffId staff, String code) {
    return proven(staff, code, Map.of());
  }

  private Viewer proven(StaffId staff, String code, Map<String, Reach> grants) {
    return viewer(prove(staff, code), grants);
  }

  /** How many of four who give the same code at the same moment get in. */
  private long together(StaffId staff, String code) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> one = () -> proves(staff, code);
      long in = 0;
      for (var done : pool.invokeAll(List.of(one, one, one, one))) {
        in += done.get() ? 1 : 0;
      }
      return in;
    } finally {
      pool.shutdownNow();
    }
  }

  private Holder holder(StaffId staff) {
    Viewer it = house.viewer(StaffId.next(), Map.of("access.sessions", Reach.ALL));
    return factor().holders(it).stream()
        .filter(one -> one.staff().equals(staff))
        .findFirst()
        .orElseThrow();
  }

  private static char[] good() {
    return TestHouse.GOOD.toCharArray();
  }
}
