package org.opora.itest.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.driver.Visitor;

/**
 * What was seen and agreed on visits, corrected and taken back, and what became of the money, of a
 * look into the file, and of a notice.
 */
final class SecretCare {
  static final List<String> SEALED =
      List.of(
          "Nvpohledem",
          "Nvnesama",
          "Nvpuvodne",
          "Nvopraveno",
          "Nvprotoze",
          "Nvnepodepsal",
          "Nvstazena",
          "Cldohodnuto",
          "Clplanem",
          "Clcilem",
          "Clmerou",
          "Clkrokem",
          "Cldospelych",
          "Clneshodou",
          "Clproto",
          "Clzhodnoceno",
          "Nvslovy",
          "Nvnikomu",
          "Cppotrebou",
          "Cptematem",
          "Cpporadatelem",
          "Cpnepodepsal",
          "Cpzhodnocenim",
          "Ehtematem",
          "Ehporadatel",
          "Ehosvedcenim",
          "Ehopraveno",
          "Ehterapii",
          "Ehporadce",
          "Ehpomylem",
          "Ehslibem",
          "Ehutety",
          "Ehoperaci",
          "Ehskrtnuto",
          "Ehkarantenou",
          "Ehomylem",
          "Ufradem",
          "Sfzrusenym",
          "Sfodvolano",
          "Rfvyrizeno",
          "Gtproplaceno",
          "Gtfakturou",
          "Gtdodavatel",
          "2000145399",
          "Gtpasmem",
          "Gtplatbou",
          "Gtzamitane",
          "Gtzamitnuto",
          "Zddodatkem",
          "Zdvyloucen",
          "Zdnadvakrat",
          "Zdzvednuto",
          "160303/7777",
          "Pmtelefonem",
          "Pmposta",
          "Pmulicka",
          "Pmmestys");

  private final Pen pen;
  private final String file;
  private final String carer;
  private final String child;
  private String paid;
  private String rejected;

  /**
   * @param file path of the page of the file, as {@code carer} and {@code child} are of people
   */
  SecretCare(Pen pen, String file, String carer, String child) {
    this.pen = pen;
    this.file = file;
    this.carer = carer;
    this.child = child;
  }

  void write() {
    corrected();
    taken();
    aim();
    plan();
    ledgers();
    office();
    notice();
    task();
    money();
    amendment();
  }

  /** It was signed, or rather not, and is corrected afterwards. */
  private void corrected() {
    String visit = visit("Nvpuvodne");
    pen.send(
        visit + "/sign",
        Map.of("carer", key(carer), "wording", "1", "answer", "REFUSED", "reason", "Nvnepodepsal"));
    Map<String, String> again = said("Nvopraveno");
    again.put("why", "Nvprotoze");
    pen.send(visit + "/edit", again);
    pen.read(visit + "/versions");
    pen.read(visit + "/print");
  }

  private void taken() {
    pen.send(visit("Nvpuvodne") + "/withdraw", Map.of("why", "Nvstazena"));
  }

  /** Path of its page. */
  private String visit(String note) {
    return pen.send(file + "/visits/new", said(note));
  }

  private Map<String, String> said(String note) {
    Map<String, String> typed = new HashMap<>();
    typed.put("everybody", "on");
    typed.put("alone-" + key(child), "NO");
    typed.put("notAlone-" + key(child), "Nvnesama");
    typed.put("view-" + key(child), "Nvpohledem");
    typed.put("learntBy-" + key(child), "CONVERSATION");
    typed.put("note", note);
    return typed;
  }

  private void aim() {
    String today = LocalDate.now().toString();
    pen.send(
        file + "/aims/new",
        Map.ofEntries(
            Map.entry("agreedOn", today),
            Map.entry("aim", "Cldohodnuto"),
            Map.entry("plan", "Clplanem"),
            Map.entry("goal1", "Clcilem"),
            Map.entry("measure1", "Clmerou"),
            Map.entry("step1", "Clkrokem"),
            Map.entry("whose1", "BOTH"),
            Map.entry("adultView", "Cldospelych"),
            Map.entry("disagreed", "Clneshodou"),
            Map.entry("why-" + key(child), "Clproto"),
            Map.entry("reviewOn", LocalDate.now().plusDays(30).toString())));
    // Another day is another wording: how it read before is kept.
    String edit = pen.link(file + "/aims", "a[href^=" + file + "/aims/][href$=/edit]", "");
    pen.send(edit, Map.of("reviewOn", LocalDate.now().plusDays(40).toString()));
    pen.read(edit.replaceFirst("/edit$", "/versions"));
    String aims = file + "/aims/";
    String review = pen.link(file + "/aims", "a[href^=" + aims + "][href$=/review]", "");
    Map<String, String> looked = new HashMap<>();
    looked.put("on", today);
    looked.put("result", pen.first(review, "result"));
    looked.put("words", "Clzhodnoceno");
    looked.put("goesOn", "YES");
    looked.put("nextOn", LocalDate.now().plusDays(60).toString());
    pen.page(review).select("input[type=radio][name^=goal-]").stream()
        .map(one -> one.attr("name"))
        .forEach(goal -> looked.put(goal, "PARTLY"));
    pen.send(review, looked);
    pen.send(
        file + "/views/" + key(child) + "/new",
        Map.of(
            "on",
            today,
            "learntBy",
            "CONVERSATION",
            "words",
            "Nvslovy",
            "readers",
            "HOUSE",
            "chosenBy",
            "CHILD"));
    // Nobody is ticked: besides whoever leads the family only the writer reads it.
    pen.send(
        file + "/views/" + key(child) + "/new",
        Map.of("on", today, "learntBy", "CONVERSATION", "words", "Nvnikomu", "chosenBy", "CHILD"));
    pen.read(file + "/views");
  }

  /** It was signed, or rather not, and is corrected afterwards. */
  private void plan() {
    LocalDate today = LocalDate.now();
    String plan =
        pen.send(
            file + "/plans/stay/" + key(child) + "/new",
            Map.of(
                "on",
                today.toString(),
                "first",
                today.toString(),
                "last",
                today.plusDays(180).toString(),
                "reviewOn",
                today.plusDays(90).toString(),
                "words",
                "Cppotrebou",
                "area1",
                "HEALTH",
                "line1",
                "Cptematem",
                "how1",
                "Cpporadatelem"));
    pen.send(
        plan + "/sign",
        Map.of("carer", key(carer), "wording", "1", "answer", "REFUSED", "reason", "Cpnepodepsal"));
    pen.send(plan + "/edit", Map.of("last", today.plusDays(170).toString()));
    pen.send(plan + "/review", Map.of("on", today.toString(), "words", "Cpzhodnocenim"));
    pen.read(plan);
    pen.read(plan + "/versions");
    pen.read(plan + "/print");
  }

  /** Each is corrected or struck, because how it read and why stays. */
  private void ledgers() {
    String today = LocalDate.now().toString();
    String hours =
        pen.send(
            file + "/ledgers/education/new",
            Map.of(
                "carer",
                key(carer),
                "on",
                today,
                "hours",
                "3:30",
                "form",
                "IN_PERSON",
                "topic",
                "Ehtematem",
                "provider",
                "Ehporadatel",
                "certificate",
                "Ehosvedcenim"));
    pen.read(pen.send(hours + "/edit", Map.of("hours", "3", "why", "Ehopraveno")) + "/print");
    pen.read(hours);
    String help =
        pen.send(
            file + "/ledgers/help/new",
            Map.of("carer", key(carer), "on", today, "what", "Ehterapii", "by", "Ehporadce"));
    pen.read(help);
    pen.send(
        pen.send(help + "/edit", Map.of("why", "Ehpomylem")) + "/strike",
        Map.of("why", "Ehpomylem"));
    pen.send(
        pen.send(file + "/ledgers/promise/new", Map.of("months", "6", "first", today)) + "/strike",
        Map.of("why", "Ehslibem"));
    pen.send(days(today) + "/strike", Map.of("why", "Ehskrtnuto"));
    days(today);
    pen.send(excuse(today) + "/strike", Map.of("why", "Ehomylem"));
    excuse(today);
    pen.read(file + "/ledgers");
    pen.read(file + "/ledgers/print");
  }

  private String days(String today) {
    return pen.send(
        file + "/ledgers/respite/new",
        Map.of(
            "children",
            key(child),
            "carers",
            key(carer),
            "first",
            today,
            "last",
            today,
            "note",
            "Ehutety",
            "overWhy",
            "Ehoperaci"));
  }

  private String excuse(String today) {
    return pen.send(
        file + "/ledgers/excuse/new",
        Map.of(
            "kind",
            "JUSTIFIED",
            "person",
            key(carer),
            "first",
            today,
            "last",
            today,
            "reason",
            "Ehkarantenou"));
  }

  /** An office that is in no directory. */
  private void office() {
    pen.send(
        file + "/authorities/" + key(child), Map.of("office", "Ufradem", "since", "2024-02-02"));
  }

  private void notice() {
    String notices = child + "/safety/";
    pen.send(notices + "new", Map.of("kind", "ALLERGY", "what", "Sfzrusenym"));
    String withdraw =
        pen.page(child).select("a[href^=" + notices + "][href$=/withdraw]").stream()
            .map(link -> link.attr("href"))
            .filter(path -> pen.page(path).text().contains("Sfzrusenym"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no notice to withdraw"));
    pen.send(withdraw, Map.of("reason", "Sfodvolano"));
  }

  private void task() {
    String done =
        pen.page("/tasks?whose=all&show=open").select("a[href^=/tasks/]").stream()
            .map(link -> link.attr("href"))
            .filter(path -> path.matches("/tasks/[0-9a-f-]{36}"))
            .filter(path -> pen.page(path).select("form[action=" + path + "/done]").size() == 1)
            .filter(path -> pen.page(path).text().contains("Rfhotovo"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no task is to be done"));
    pen.send(done, done + "/done", Map.of("note", "Rfvyrizeno"));
  }

  /** Whoever asks for money does not decide on it. */
  void proposedBy(Visitor colleague) {
    Pen theirs = new Pen(colleague);
    paid = expense(theirs, "Gtproplaceno");
    rejected = expense(theirs, "Gtzamitane");
  }

  private String expense(Pen by, String what) {
    String form = file + "/grant/new";
    return by.send(
        form,
        Map.of(
            "what", what, "child", key(child), "right", by.first(form, "right"), "amount", "100"));
  }

  private void money() {
    String today = LocalDate.now().toString();
    pen.send(paid, paid + "/approve", Map.of("bandReason", "Gtpasmem"));
    pen.send(
        paid,
        paid + "/pay",
        Map.of(
            "paidOn",
            today,
            "invoice",
            "Gtfakturou",
            "supplier",
            "Gtdodavatel",
            "invoicedOn",
            today,
            "account",
            "19-2000145399/0800",
            "note",
            "Gtplatbou"));
    pen.send(rejected, rejected + "/reject", Map.of("reason", "Gtzamitnuto"));
    pen.read(paid);
    pen.read(rejected);
  }

  private void amendment() {
    String form = pen.link(file + "/agreement", "a[href$=/amendments/new]", "");
    pen.send(
        form, Map.of("on", LocalDate.now().toString(), "what", "Zddodatkem", "substantial", "NO"));
  }

  /** By what the child is known and where it can be reached, all in one form. */
  void known() {
    pen.send(
        child + "/edit",
        Map.of(
            "nationalId",
            "160303/7777",
            "phone",
            "Pmtelefonem",
            "email",
            "pmposta@example.org",
            "street",
            "Pmulicka 4",
            "town",
            "Pmmestys",
            "postalCode",
            "760 01"));
  }

  /** Somebody is kept away by hand, and once more, which is taken back. */
  void keptAway(String colleague) {
    wall(colleague, "Zdvyloucen");
    String lifted = wall(colleague, "Zdnadvakrat");
    pen.send(lifted, lifted + "/lift", Map.of("why", "Zdzvednuto"));
  }

  private String wall(String colleague, String words) {
    return pen.sendTwice(
        file + "/walls/new",
        Map.of(
            "about",
            key(file),
            "ground",
            "EXCLUSION",
            "reason",
            "RELATIVE",
            "words",
            words,
            "keeps",
            "NAMED",
            "named",
            colleague));
  }

  private static String key(String path) {
    return path.replaceFirst(".*/", "");
  }
}
