package org.opora.course.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.course.domain.Receivers.Receiver;

/** Who gets which part on the day on which a report is made out. */
class ReceiversTest {
  private final PersonId ema = PersonId.next();
  private final PersonId tom = PersonId.next();
  private final PersonId carer = PersonId.next();
  private final BodyId here = BodyId.next();
  private final BodyId there = BodyId.next();
  private final BodyId moved = BodyId.next();

  private Receiver carer(PersonId... children) {
    return new Receiver(RecipientKind.CARER, carer, null, "Marie", Set.of(children));
  }

  private Receiver office(RecipientKind kind, BodyId body, PersonId... children) {
    return new Receiver(kind, null, body, "Úřad " + body, Set.of(children));
  }

  private Receiver ofCarers(BodyId body, PersonId... children) {
    return office(RecipientKind.CARER_AUTHORITY, body, children);
  }

  private Receiver ofChild(BodyId body, PersonId... children) {
    return office(RecipientKind.CHILD_AUTHORITY, body, children);
  }

  @Test
  void nothingChangedNothingChanges() {
    List<Receiver> all = List.of(carer(ema, tom), ofCarers(here, ema), ofChild(there, tom));
    assertEquals(all, Receivers.of(all, all, Set.of(ema, tom), Set.of(ema, tom), false));
  }

  @Test
  void anOfficeThatIsAnotherOneByNowGetsWhatTheFormerOneWasToGet() {
    List<Receiver> begun = List.of(carer(ema), ofCarers(here), ofChild(there, ema));
    List<Receiver> today = List.of(carer(ema), ofCarers(here), ofChild(moved, ema));
    assertEquals(today, Receivers.of(begun, today, Set.of(ema), Set.of(ema), false));
  }

  @Test
  void aChildThatCameMeanwhileHasNoPartAndItsOfficeGetsNothing() {
    List<Receiver> today = List.of(carer(ema, tom), ofCarers(here, ema), ofChild(there, tom));
    assertEquals(
        List.of(carer(ema), ofCarers(here, ema)),
        Receivers.of(
            List.of(carer(ema), ofCarers(here, ema)), today, Set.of(ema), Set.of(ema, tom), false));
  }

  @Test
  void theOfficeOfAChildThatLeftGetsItsPartStill() {
    List<Receiver> begun = List.of(carer(ema, tom), ofCarers(here, ema), ofChild(there, tom));
    List<Receiver> today = List.of(carer(ema), ofCarers(here, ema));
    assertEquals(begun, Receivers.of(begun, today, Set.of(ema, tom), Set.of(ema), false));
  }

  @Test
  void theFormerOfficeOfTheCarersGetsOnlyWhatIsOfItsChild() {
    List<Receiver> begun = List.of(carer(ema, tom), ofCarers(here, ema, tom));
    List<Receiver> today = List.of(carer(ema), ofCarers(moved, ema));
    assertEquals(
        List.of(carer(ema, tom), ofCarers(moved, ema), ofChild(here, tom)),
        Receivers.of(begun, today, Set.of(ema, tom), Set.of(ema), false));
  }

  @Test
  void whoCaredUntilTheEndGetsTheLastReportAndNoOther() {
    List<Receiver> begun = List.of(carer(ema), ofCarers(here, ema));
    List<Receiver> today = List.of(ofCarers(here, ema));
    assertEquals(today, Receivers.of(begun, today, Set.of(ema), Set.of(ema), false));
    assertEquals(
        Set.copyOf(begun), Set.copyOf(Receivers.of(begun, today, Set.of(ema), Set.of(ema), true)));
  }

  private Receiver named(RecipientKind kind, PersonId... children) {
    return new Receiver(kind, null, null, "OSPOD Nové Město", Set.of(children));
  }

  @Test
  void twoOfficesOfOneNameStayTwo() {
    List<Receiver> all =
        List.of(
            carer(ema, tom),
            named(RecipientKind.CARER_AUTHORITY),
            named(RecipientKind.CHILD_AUTHORITY, ema),
            named(RecipientKind.CHILD_AUTHORITY, tom));
    assertEquals(all, Receivers.of(all, all, Set.of(ema, tom), Set.of(ema, tom), false));
  }

  @Test
  void theOfficeOfAChildThatLeftIsNotTheOneOfThatNameWhichIsAnotherChilds() {
    List<Receiver> begun =
        List.of(
            carer(ema, tom),
            ofCarers(here),
            named(RecipientKind.CHILD_AUTHORITY, ema),
            named(RecipientKind.CHILD_AUTHORITY, tom));
    List<Receiver> today =
        List.of(carer(ema), ofCarers(here), named(RecipientKind.CHILD_AUTHORITY, ema));
    assertEquals(begun, Receivers.of(begun, today, Set.of(ema, tom), Set.of(ema), false));
  }

  @Test
  void carersOfTwoAuthoritiesBothHaveTheirs() {
    List<Receiver> all = List.of(carer(ema), ofCarers(here), ofCarers(moved), ofChild(there, ema));
    assertEquals(all, Receivers.of(all, all, Set.of(ema), Set.of(ema), false));
  }
}
