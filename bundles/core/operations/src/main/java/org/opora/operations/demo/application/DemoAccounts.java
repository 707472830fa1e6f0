package org.opora.operations.demo.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.web.Centre;
import org.opora.operations.demo.domain.DemoPerson;
import org.opora.operations.shared.SafeFiles;

/** Who works at the demo centre. Nobody has a password that was known before. */
final class DemoAccounts {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
  private static final int GROUPS = 3;
  private static final int GROUP = 5;
  private static final String LANGUAGE = "cs";

  private static final List<String[]> PEOPLE =
      List.of(
          new String[] {"Mgr. Helena Vránová", "reditelka", "director"},
          new String[] {"Bc. Jana Dvořáčková", "jana", "key-worker"},
          new String[] {"Mgr. Petr Šimek", "petr", "key-worker"},
          new String[] {"DiS. Lucie Horáková", "lucie", "key-worker"},
          new String[] {"Bc. Tomáš Říha", "tomas", "key-worker"},
          new String[] {"Mgr. Hana Krajská", "inspekce", "inspector"},
          new String[] {"Karel Beneš", "spravce", "it-administrator"});

  private final Accounts accounts;
  private final Sessions sessions;
  private final Staff staff;
  private final Centre centre;
  private final Transactions transactions;
  private final Path file;

  DemoAccounts(
      Accounts accounts,
      Sessions sessions,
      Staff staff,
      Centre centre,
      Transactions transactions,
      Path data) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.staff = staff;
    this.centre = centre;
    this.transactions = transactions;
    file = data.resolve("demo-accounts.txt");
  }

  /** Whether those who have accounts here are the people of the demo, or nobody has one yet. */
  boolean known() {
    return Files.exists(file) || accounts.untouched();
  }

  /** The people, from the file that was written before the first of them got an account. */
  List<DemoPerson> people() throws IOException {
    if (!Files.exists(file)) {
      SafeFiles.write(
          file,
          PEOPLE.stream()
              .map(who -> new DemoPerson(who[0], who[1], who[2], password()).line())
              .collect(Collectors.joining("\n", "", "\n")));
    }
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(DemoPerson::read)
        .toList();
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** The director, who is set up with the code of this data folder when nobody has an account. */
  Optional<StaffId> director(DemoPerson director) {
    if (accounts.untouched()) {
      String code = accounts.setUpCode().orElseThrow();
      StaffId id = StaffId.next();
      transactions.run(
          em -> {
            // Whoever looks around has no telephone at hand; the page of accounts says it is off.
            accounts.setUp(code, id, account(director), false);
            staff.enter(id, director.name());
            centre.rename("Ukázkové středisko Opora");
          });
      return Optional.of(id);
    }
    return accounts.signIn(director.signInName(), director.password().toCharArray());
  }

  /** Opens the account of a colleague, unless it was opened before a start that broke off. */
  StaffId open(Viewer director, DemoPerson person) {
    Map<String, StaffId> known = new HashMap<>();
    staff.all(director).forEach(member -> known.put(member.name(), member.id()));
    StaffId id = known.get(person.name());
    if (id == null) {
      id = staff.add(director, person.name());
    }
    Accounts.State state =
        accounts.states(director, Set.of(id)).getOrDefault(id, Accounts.State.NONE);
    if (state == Accounts.State.NONE || state == Accounts.State.INVITED) {
      String code = accounts.invite(director, id, person.name(), Set.of(person.role()));
      accounts.accept(code, account(person));
    }
    return id;
  }

  private static NewAccount account(DemoPerson person) {
    return new NewAccount(
        person.name(), person.signInName(), person.password().toCharArray(), LANGUAGE);
  }

  /** A session of this person, as a token. */
  String session(StaffId person, Duration lifetime) {
    return sessions.start(person, lifetime);
  }

  void end(String token) {
    sessions.end(token);
  }

  /** The viewer behind a session, with what the roles give. */
  Viewer viewer(String token) {
    Sessions.Session session = sessions.find(token).orElseThrow();
    return new Viewer(
        session.staff(),
        session.name(),
        session.grants(),
        Locale.forLanguageTag(LANGUAGE),
        ZoneId.of("Europe/Prague"),
        Clock.systemUTC(),
        "demo-" + UUID.randomUUID());
  }
}
