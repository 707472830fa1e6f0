package org.opora.itest.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.People;
import org.opora.driver.Visitor;

/**
 * A family with something of everything the product keeps of one, brought in through the pages. No
 * word of it occurs anywhere else.
 */
public final class SecretFamily {
  /** Number of its file. */
  public static final String NUMBER = "9001/2024";

  /** Number of the file that came of an inquiry. */
  public static final String SECOND = "9002/2024";

  /** What a search of those who may know finds the family by. */
  public static final List<String> SEARCHED =
      List.of("Zxkanarek", "Qwolejnik", "Gdznovacek", "zxka", "vzblizna gdz");

  /**
   * Every word of it in the registers: of a letter, a complaint, looks into the file and requests
   * about the data of its child.
   */
  private static final Secrets REGISTERS =
      new Secrets(
          List.of(
              "Rgodesilatel",
              "Rgvyzva",
              "Rgpoznamka",
              "Rgprijemce",
              "Rgodpoved",
              "Rgdorucenka",
              "Rgomyl",
              "Rgskrtnuto",
              "Rgstezovatel",
              "Rgstiznost",
              "Rgpuvodni",
              "Rgkesporu",
              "Rgneplati",
              "Rgopatreni",
              "Rgomluva",
              "Rgzadatel",
              "Rgzakon",
              "Rgcast",
              "Rgkpripadu",
              "Rgnahled",
              "Rgskrtnouta",
              "Rgodmitnuty",
              "Rgduvod",
              "Rgtazatel",
              "Rgudaje",
              "Rgprodleni",
              "Rgsdeleno"));

  /** What nobody reads in the database, either: it is sealed. */
  public static final Secrets SEALED =
      REGISTERS
          .and(
              List.of(
                  "Kjtajemstvi",
                  "Rfukolnik",
                  "Rfhotovo",
                  "Sfvyhruzka",
                  "Pkpodminka",
                  "Pkjazykem",
                  "Rznebezpecim",
                  "Rzopatrenim",
                  "Rzrozhodnuto",
                  "Zkzadatelka",
                  "Zkpranim",
                  "Zkodmitnuta",
                  "Prchtelo",
                  "Prbojise",
                  "Prpripravena",
                  "Procekava",
                  "Dhpravidlem",
                  "Dhpohledem",
                  "Dhpodepsana",
                  "Dhodmitnuto",
                  "Pkpredtim",
                  "Pkbehem",
                  "Pkpotom",
                  "Pkzruseno",
                  "Pkuvchodu",
                  "Pkreakce"))
          .and(SecretPeople.SEALED)
          .and(SecretLaw.SEALED)
          .and(SecretNotes.SEALED)
          .and(SecretDocuments.SEALED)
          .and(SecretReports.SEALED)
          .and(SecretCare.SEALED)
          .and(SecretIntake.SEALED)
          .and(SecretIntake.GOING)
          .and(SecretIntake.UNBOUND)
          .and(SecretStaff.SEALED)
          .and(SecretStaff.DECLARED)
          .and(SecretStaff.OWN)
          .and(SecretStaff.PAPERS);

  /** Every word that tells of it. */
  public static final Secrets FAMILY =
      REGISTERS
          .and(
              List.of(
                  "Zxkanarek",
                  "Qwolejnik",
                  "Vzblizna",
                  "Gdznovacek",
                  "77 Xp 5/2024",
                  "Zduradem",
                  "Kjtajemstvi",
                  "Rfukolnik",
                  "Rfhotovo",
                  "Sfvyhruzka",
                  "Sfnebezpecny",
                  "Sfzavolejte",
                  "88 Yq 6/2024",
                  "Pkpodminka",
                  "Pkjazykem",
                  "Rznebezpecim",
                  "Rzopatrenim",
                  "Rzrozhodnuto",
                  "Zkzadatelka",
                  "Zkpranim",
                  "Zkodmitnuta",
                  "Prchtelo",
                  "Prbojise",
                  "Prpripravena",
                  "Procekava",
                  "Dhpravidlem",
                  "Dhpohledem",
                  "Dhpodepsana",
                  "Dhodmitnuto",
                  "Pkdovolena",
                  "Pkzakazany",
                  "Pkpredtim",
                  "Pkbehem",
                  "Pkpotom",
                  "Pkzruseno",
                  "Pkuvchodu",
                  "Pkreakce"))
          .and(SecretPeople.FOUND)
          .and(SecretPeople.SEALED)
          .and(SecretLaw.SEALED)
          .and(SecretNotes.SEALED)
          .and(SecretDocuments.SEALED)
          .and(SecretReports.SEALED)
          .and(SecretCare.SEALED)
          .and(SecretIntake.FOUND)
          .and(SecretIntake.SEALED)
          .and(SecretIntake.GOING)
          .and(SecretStaff.SEALED)
          .and(SecretStaff.DECLARED);

  /** Every word of it, and what else only the director and those who lead with her read. */
  public static final Secrets SECRETS =
      FAMILY
          .and(List.of("Rfnikomu"))
          .and(SecretIntake.UNBOUND)
          .and(SecretStaff.OWN)
          .and(SecretStaff.PAPERS);

  /** What the director reads of it to this day. */
  public static final Secrets READ = SECRETS.but(SecretIntake.GOING);

  /** The family as a line of somebody's register. */
  public static final String REGISTER =
      "Spis č.;Pěstoun – příjmení;Pěstoun – jméno;Pěstoun – dat. nar.;Typ PP;Dítě – příjmení;"
          + "Dítě – jméno;Dítě – rodné číslo;Svěřeno do péče dne;Č.j. rozsudku;"
          + "Dohoda uzavřena dne\r\n"
          + "999/2024;Zxkanarek;Qwolejnik;5. 5. 1980;dlouhodobá;Vzblizna;Gdznovacek;160303/1234;"
          + "15. 1. 2024;77 Xp 5/2024;2. 2. 2024\r\n";

  private static final String CONTACTS = "/m/supervised-contacts";
  private static final String ROOM = "Pokoj do dvora";

  private final Visitor director;
  private final Pen pen;
  private final Colleagues colleagues;
  private final String author;
  private final String file;
  private final String second;
  private final String carer;
  private final String child;
  private final String report;
  private String plan;

  /**
   * Colleagues who have to do with the family, and must not.
   *
   * @param walled about whom it complains and who is kept away from it
   * @param walledKey key of that colleague
   * @param helper who has it for a moment and is kept away from it afterwards
   * @param helperKey key of that colleague
   */
  public record Colleagues(Visitor walled, String walledKey, Visitor helper, String helperKey) {}

  private SecretFamily(Visitor director, Colleagues colleagues) {
    this.director = director;
    this.colleagues = colleagues;
    pen = new Pen(director);
    author = People.staffId(director, "Ředitelová");
    SecretIntake intake = new SecretIntake(pen);
    SecretStaff staff = new SecretStaff(pen, author, colleagues.helper(), colleagues.helperKey());
    file = open(intake.call());
    carer = person("Qwolejnik");
    child = person("Gdznovacek");
    second = intake.inquiries(SECOND, author);
    keepAway(staff);
    visit();
    safetyNotice();
    SecretCare care = new SecretCare(pen, file, carer, child);
    care.known();
    staff.handOver(file, () -> care.proposedBy(colleagues.helper()));
    staff.conflict(NUMBER);
    tasks();
    post();
    complaint();
    dataRequest();
    inspections();
    contacts();
    new SecretPeople(pen, file, carer, child).write();
    new SecretLaw(pen, file, carer, child).write();
    new SecretNotes(pen, file, carer, child).write();
    new SecretDocuments(pen, file, child).write();
    report = new SecretReports(pen, file, child).write();
    care.write();
    care.keptAway(colleagues.walledKey());
    intake.requests(file);
    staff.absence();
    staff.paper();
    new SecretCounts(pen).write();
  }

  /**
   * The director writes it all down; nobody else has to do with the family for longer than a
   * moment.
   */
  public static SecretFamily writtenBy(Visitor director, Colleagues colleagues) {
    return new SecretFamily(director, colleagues);
  }

  /** Path of its file. */
  public String file() {
    return file;
  }

  /** Path of the file of the family that inquired. */
  public String second() {
    return second;
  }

  /** Path of the page of its child. */
  public String child() {
    return child;
  }

  /** Path of the page of a report that a court asked for. */
  public String report() {
    return report;
  }

  /** Somebody works with it beside its key worker. */
  public void joinedBy(String colleague) {
    pen.send(file + "/team", Map.of("staff", colleague));
  }

  /** Somebody will be there when it meets. */
  public void facilitatedBy(String colleague) {
    contact(LocalDate.now().plusDays(3), colleague);
  }

  private String key() {
    return last(file);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where what was written down of it is read; there is nothing secret about who works here. */
  public Set<String> pages() {
    return pen.pages().stream()
        .filter(page -> !page.startsWith("/staff"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** From the first day on, so that whoever comes to the family later is closed as well. */
  private void keepAway(SecretStaff staff) {
    List<String> said = SecretStaff.OWN;
    staff.keepAway(colleagues.walled(), colleagues.walledKey(), NUMBER, said.get(0), said.get(1));
    staff.keepAway(colleagues.walled(), colleagues.walledKey(), SECOND, said.get(2), said.get(3));
  }

  private String person(String name) {
    return pen.link(file, "main a[href^=/people/]", name);
  }

  private String open(String form) {
    Map<String, String> typed = new HashMap<>();
    typed.put("familyName", "Zxkanarek");
    typed.put("number", NUMBER);
    typed.put("carer1given", "Qwolejnik");
    typed.put("carer1family", "Zxkanarek");
    typed.put("carer1birthDate", "1980-05-05");
    typed.put("kind", "LONG_TERM");
    typed.put("mediated", "YES");
    typed.put("concludedOn", "2024-02-02");
    typed.put("authority", "Zduradem");
    typed.put("keyWorker", author);
    typed.put("child1given", "Gdznovacek");
    typed.put("child1family", "Vzblizna");
    typed.put("child1birthDate", "2016-03-03");
    typed.put("child1from", "2024-01-15");
    typed.put("child1courtReference", "77 Xp 5/2024");
    return send(form, form, typed);
  }

  private void visit() {
    String form = file + "/visits/new";
    Map<String, String> typed = new HashMap<>();
    typed.put("everybody", "on");
    typed.put("note", "Kjtajemstvi");
    for (Element field : director.get(form).page().select("input[name^=alone-]")) {
      typed.put(field.attr("name"), "YES");
    }
    send(form, form, typed);
  }

  private void safetyNotice() {
    String form = child + "/safety/new";
    send(
        form,
        form,
        Map.of(
            "kind", "MUST_NOT_MEET",
            "what", "Sfvyhruzka",
            "whom", "Sfnebezpecny",
            "doing", "Sfzavolejte"));
  }

  private void tasks() {
    send(
        file + "/tasks/new",
        file + "/tasks/new",
        Map.of("about", key(), "what", "Rfukolnik", "doer", author));
    send(
        file + "/tasks/new",
        file + "/tasks/new",
        Map.of("about", key(), "what", "Rfhotovo", "doer", author));
    send("/tasks/new", "/tasks/new", Map.of("what", "Rfnikomu", "doer", author));
  }

  /** A letter that waits, one that answers another, and one struck out. */
  private void post() {
    String in = "/post/new?way=in&file=" + key();
    Map<String, String> asked =
        Map.of(
            "channel",
            "DATA_BOX",
            "party",
            "Rgodesilatel",
            "matter",
            "Rgvyzva",
            "note",
            "Rgpoznamka",
            "doer",
            author);
    send(in, "/post/new", asked);
    String answered = send(in, "/post/new", asked).replace("/post/", "");
    send(
        "/post/new?answers=" + answered,
        "/post/new",
        Map.of(
            "channel",
            "POST",
            "party",
            "Rgprijemce",
            "matter",
            "Rgodpoved",
            "proof",
            "Rgdorucenka"));
    String wrong =
        send(
            "/post/new?way=out&file=" + key(),
            "/post/new",
            Map.of("channel", "EMAIL", "party", "Rgprijemce", "matter", "Rgomyl"));
    send(wrong + "/strike-out", wrong + "/strike-out", Map.of("reason", "Rgskrtnuto"));
  }

  /** Corrected once, and answered. */
  private void complaint() {
    Map<String, String> typed = new HashMap<>();
    typed.put("how", "IN_PERSON");
    typed.put("complainant", "Rgstezovatel");
    typed.put("matter", "Rgpuvodni");
    typed.put("about", colleagues.walledKey());
    typed.put("handler", author);
    String complaint = send("/complaints/new", "/complaints/new", typed);
    send(
        complaint + "/edit",
        complaint + "/edit",
        Map.of("matter", "Rgstiznost", "about", colleagues.walledKey()));
    send(
        complaint + "/outcome",
        complaint + "/outcome",
        Map.of("finding", "PARTLY", "measures", "Rgopatreni", "answer", "Rgomluva"));
    typed.put("matter", "Rgkesporu");
    String wrong = send("/complaints/new", "/complaints/new", typed);
    send(wrong + "/strike-out", wrong + "/strike-out", Map.of("reason", "Rgneplati"));
  }

  /** About the child; one was put off once and answered, another one waits. */
  private void dataRequest() {
    String blank = "/data-requests/new";
    String request =
        send(
            blank,
            blank,
            Map.of(
                "on",
                LocalDate.now().toString(),
                "by",
                "Rgtazatel",
                "kind",
                "ACCESS",
                "what",
                "Rgudaje",
                "person",
                last(child)));
    send(request + "/extend", request + "/extend", Map.of("why", "Rgprodleni"));
    send(request + "/answer", request + "/answer", Map.of("how", "PARTLY", "words", "Rgsdeleno"));
    send(
        blank,
        blank,
        Map.of(
            "on",
            LocalDate.now().toString(),
            "by",
            "Rgtazatel",
            "kind",
            "ERASURE",
            "person",
            last(child)));
  }

  /** A loan that is out, and a refusal. */
  private void inspections() {
    String form = file + "/inspections/new";
    send(
        form + "?deed=LENT",
        form,
        Map.of(
            "who", "Rgzadatel",
            "asker", "AUTHORITY",
            "title", "Rgzakon",
            "part", "Rgcast",
            "note", "Rgkpripadu",
            "supervisor", author,
            "returnBy", LocalDate.now().plusDays(9).toString()));
    send(
        form + "?deed=REFUSED",
        form,
        Map.of(
            "who", "Rgodmitnuty",
            "asker", "PARENT",
            "part", "Rgcast",
            "reason", "Rgduvod",
            "decidedBy", author));
    send(
        form + "?deed=LOOKED",
        form,
        Map.of("who", "Rgzadatel", "asker", "PARENT", "part", "Rgnahled"));
    director.get("/inspections").page().select("main a[href^=/inspections/]").stream()
        .map(link -> link.attr("href"))
        .filter(path -> path.matches("/inspections/[0-9a-f-]{36}"))
        .forEach(pen.pages()::add);
    pen.send(
        pen.page("/inspections").select("main a[href^=/inspections/]").stream()
                .map(link -> link.attr("href"))
                .filter(path -> path.matches("/inspections/[0-9a-f-]{36}"))
                .filter(path -> pen.page(path).text().contains("Rgnahled"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody looked into the file"))
            + "/strike-out",
        Map.of("reason", "Rgskrtnouta"));
  }

  /** The house has it whoever comes; once. */
  public static void room(Visitor director) {
    String rooms = "/calendar/rooms";
    Document page = director.get(rooms).page();
    if (!page.select("main").text().contains(ROOM)) {
      People.expect(director.submit(page, rooms, Map.of("name", ROOM)), 303);
    }
  }

  /** One that took place, one to come and one that was called off. */
  private void contacts() {
    room(director);
    plan = plan();
    aroundContacts();
    String held = contact(LocalDate.now().minusDays(1), author);
    send(held + "/held", held + "/held", Map.of());
    String line = pen.page(held + "/reports").select("a[href*=/lines/]").attr("href");
    send(line, line, Map.of("before", "Pkpredtim", "during", "Pkbehem", "after", "Pkpotom"));
    contact(LocalDate.now().plusDays(1), author);
    String off = contact(LocalDate.now().plusDays(2), author);
    send(
        off + "/cancel",
        off + "/cancel",
        Map.of("by", "PARENT", "toldAt", "00:00", "reason", "Pkzruseno"));
    send(
        off + "/told",
        off + "/told",
        Map.of("by", "CARER", "at", "00:00", "how", "IN_PERSON", "reaction", "Pkreakce"));
  }

  /** What is asked, assessed, prepared and agreed before a contact. */
  private void aroundContacts() {
    String requests = CONTACTS + file + "/requests";
    String request =
        send(
            requests + "/new",
            requests,
            Map.of(
                "asker", "PARENT", "name", "Zkzadatelka", "channel", "PHONE", "wish", "Zkpranim"));
    send(request, request + "/answer", Map.of("outcome", "REFUSED", "reason", "Zkodmitnuta"));
    send(plan + "/risks/new", plan + "/risks", risks());
    String preparations = plan + "/preparations";
    send(
        preparations + "/new",
        preparations,
        Map.of("whom", "CHILD", "wants", "Prchtelo", "fears", "Prbojise", "chosenBy", "CHILD"));
    send(
        preparations + "/new",
        preparations,
        Map.of("whom", "CARER", "name", "Prpripravena", "expects", "Procekava"));
    String agreement =
        send(
            plan + "/agreements/new",
            plan + "/agreements",
            Map.of("rule-GIFTS", "Dhpravidlem", "view", "Dhpohledem"));
    send(
        agreement + "/sign",
        agreement + "/sign",
        Map.of(
            "signer",
            "PARENT",
            "name",
            "Dhpodepsana",
            "answer",
            "REFUSED",
            "reason",
            "Dhodmitnuto"));
  }

  private static Map<String, String> risks() {
    Map<String, String> typed = new HashMap<>();
    for (String kind :
        List.of(
            "VIOLENCE",
            "ABDUCTION",
            "SUBSTANCES",
            "MENTAL_STATE",
            "PAST_INCIDENTS",
            "CHILD_FEARS",
            "SIBLINGS",
            "TRAVEL")) {
      typed.put("level-" + kind, "NONE");
    }
    typed.put("level-VIOLENCE", "LOW");
    typed.put("words-VIOLENCE", "Rznebezpecim");
    typed.put("measure-VIOLENCE", "Rzopatrenim");
    typed.put("outcome", "WITH_MEASURES");
    typed.put("words", "Rzrozhodnuto");
    return typed;
  }

  private String plan() {
    Map<String, String> typed = new HashMap<>();
    typed.put("basisReference", "88 Yq 6/2024");
    typed.put("validFrom", "2024-02-02");
    typed.put("conditions", "Pkpodminka");
    typed.put("languages", "Pkjazykem");
    typed.put("name1", "Pkdovolena");
    typed.put("kin1", "MOTHER");
    typed.put("name2", "Pkzakazany");
    typed.put("kin2", "FATHER");
    typed.put("standing2", "FORBIDDEN");
    return send(CONTACTS + file + "/plans/new", CONTACTS + file + "/plans", typed);
  }

  private String contact(LocalDate day, String by) {
    Document form = director.get(plan + "/book").page();
    Map<String, String> typed = new HashMap<>();
    typed.put("on", day.toString());
    typed.put("from", "14:00");
    typed.put("to", "15:00");
    if (day.isAfter(LocalDate.now().plusDays(1))) {
      typed.put("room", "");
      typed.put("place", "PARK");
      typed.put("placeWords", "Pkuvchodu");
    } else {
      typed.put(
          "room", form.select("select[name=room] option:contains(" + ROOM + ")").attr("value"));
    }
    typed.put("staff", by);
    // Whoever leads the family assists as well here.
    typed.put("despite", "NO_OTHER_WAY");
    typed.put("despite-words", "Nikdo jiný tu není");
    return send(plan + "/book", plan + "/contacts", typed);
  }

  private String send(String page, String action, Map<String, String> typed) {
    return pen.send(page, action, typed);
  }
}
