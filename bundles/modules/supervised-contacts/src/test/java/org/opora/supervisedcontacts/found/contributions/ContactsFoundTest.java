package org.opora.supervisedcontacts.found.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.house.WorkingDays;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.registry.story.application.SearchBook;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanData;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.requests.application.NewRequest;
import org.opora.supervisedcontacts.requests.application.RequestData;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Plans and requests are found by words, and by nobody who may not know of them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsFoundTest {
  private static final String REFERENCE = "77 P 123/2026";

  @Parameter Product product;
  private Centre centre;
  private Register register;
  private Requests requests;
  private SearchBook search;
  private ContactsFound door;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    register = centre.register;
    requests =
        new Requests(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.files,
            register.people,
            null,
            centre.settings,
            register.timeline,
            register.tasks,
            register.search,
            Centre.texts());
    RequestReader reader =
        new RequestReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.people,
            register.staff,
            WorkingDays.of(List.of()));
    door = new ContactsFound(centre.planReader, reader);
    search = new SearchBook(register.tx, centre.access()).with(door);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  /** Where what is found opens, of the module alone. */
  private List<String> found(Viewer viewer, String words) {
    return search.find(viewer, words, null, 50).items().stream()
        .filter(hit -> hit.origin().equals(SupervisedContactsModule.ID))
        .map(hit -> hit.href())
        .sorted()
        .toList();
  }

  private PlanId plan(Case opened, String reference) {
    return centre.plans.make(
        opened.worker(),
        opened.family().file(),
        opened.family().child(),
        new PlanTerms(
            Basis.COURT_DECISION,
            reference,
            Centre.TODAY,
            null,
            ContactForm.SUPERVISED,
            2,
            60,
            null),
        List.of(Centre.MOTHER));
  }

  private RequestId request(Case opened) {
    return requests.record(
        opened.worker(),
        opened.family().file(),
        opened.family().child(),
        new NewRequest(
            Asker.PARENT,
            null,
            null,
            "Lenka Slavíková",
            Centre.TODAY,
            Channel.PHONE,
            "Chce dítě vídat častěji."));
  }

  private String number(Case opened) {
    return register.files.header(opened.worker(), opened.family().file()).number();
  }

  private static String page(PlanId plan) {
    return SupervisedContactsModule.HOME + "/plans/" + plan;
  }

  private static String page(RequestId request) {
    return SupervisedContactsModule.HOME + "/requests/" + request;
  }

  @Test
  void aPlanIsFoundByTheReferenceOfTheCourtAndBothByTheNumberOfTheFile() {
    Case opened = centre.opened();
    PlanId plan = plan(opened, REFERENCE);
    RequestId request = request(opened);
    assertEquals(List.of(page(plan)), found(opened.worker(), "77 P 123"));
    assertEquals(
        List.of(page(opened.plan()), page(plan), page(request)).stream().sorted().toList(),
        found(opened.worker(), number(opened)));
    assertEquals(List.of(), found(opened.worker(), "Slavíková"), "no name leads to them");
    assertEquals(List.of(), found(opened.worker(), "plán"), "nor a word that all of them share");
    assertEquals(List.of(), found(centre.viewer("key-worker"), "77 P 123"));
    centre.plans.change(
        opened.worker(),
        plan,
        1,
        new PlanTerms(
            Basis.COURT_DECISION,
            "78 P 200/2026",
            Centre.TODAY,
            null,
            ContactForm.SUPERVISED,
            2,
            60,
            null),
        Map.of(),
        List.<Plans.Named>of(),
        null);
    assertEquals(List.of(), found(opened.worker(), "77 P 123"), "as it reads now");
    assertEquals(List.of(page(plan)), found(opened.worker(), "78 P 200"));
  }

  @Test
  void aWallAtTheFamilyOrAtTheChildClosesWhatIsFound() {
    Case opened = centre.opened();
    String number = number(opened);
    RequestId request = request(opened);
    List<String> both = List.of(page(opened.plan()), page(request)).stream().sorted().toList();
    Viewer byFile = centre.viewer("director");
    Viewer byChild = centre.viewer("director");
    assertEquals(both, found(byFile, number));
    assertEquals(both, found(byChild, number));
    centre.wall(byFile, Subject.of(opened.family().file()));
    centre.wall(byChild, Subject.of(opened.family().child()));
    assertEquals(List.of(), found(byFile, number));
    assertEquals(List.of(), found(byChild, number));
    assertEquals(both, found(centre.director, number));
  }

  @Test
  void whileTheModuleIsAwayNothingOfItIsFound() {
    Case opened = centre.opened();
    String number = number(opened);
    assertEquals(1, found(opened.worker(), number).size());
    search.with();
    assertEquals(List.of(), found(opened.worker(), number));
    search.with(door);
  }

  @Test
  void whenAChildIsForgottenItsPlansAndRequestsAreFoundNoMore() {
    Case opened = centre.opened();
    String number = number(opened);
    request(opened);
    assertEquals(2, found(centre.director, number).size());
    var child = Set.of(opened.family().child());
    new PlanData(
            centre.tx,
            centre.keys(),
            register.timeline,
            centre.apart,
            register.evidence,
            register.search)
        .forget(child);
    new RequestData(centre.tx, register.timeline, register.search).forget(child);
    assertEquals(List.of(), found(centre.director, number));
  }
}
