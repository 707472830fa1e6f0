package org.opora.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** The people of a small centre, each brought in through the pages as a real centre would. */
public final class People {
  public static final String PASSWORD = "modrý kámen u řeky";

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}");

  public static final String DIRECTOR = "reditelka";

  private People() {}

  /** The name under which a colleague signs in. */
  public static String signInName(String name, String role) {
    return role.replace("-", "") + Math.abs(name.hashCode() % 1000);
  }

  /**
   * Redeems the set-up code of a fresh product; the director is signed in afterwards. The set-up
   * says that nobody here needs a second factor: these people carry no telephone.
   */
  public static Visitor director(Product product) {
    return director(product.visitor(), product.data());
  }

  /**
   * The same for a product that somebody else started.
   *
   * @param director nobody yet, at the door
   * @param data folder of the product
   */
  public static Visitor director(Visitor director, Path data) {
    String code = setUpCode(data);
    Visitor.Answer answer =
        director.submit(
            director.get("/set-up").page(),
            "/set-up",
            Map.of(
                "code",
                code,
                "centre",
                "Centrum na zkoušku",
                "ownName",
                "Mgr. Eva Ředitelová",
                "signInName",
                DIRECTOR,
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "secondFactor",
                ""));
    expect(answer, 303);
    return director;
  }

  /**
   * Adds a member of staff, invites them and lets them accept.
   *
   * @param role id of the role
   * @return the member of staff, signed in
   */
  public static Visitor colleague(Product product, Visitor director, String name, String role) {
    String signInName = signInName(name, role);
    expect(
        director.submit(director.get("/staff/new").page(), "/staff/new", Map.of("name", name)),
        303);
    String page = "/staff/" + staffId(director, name);
    Visitor.Answer invited =
        director.submit(director.get(page).page(), page + "/invite", Map.of("roles", role));
    Visitor colleague = product.visitor();
    Visitor.Answer accepted =
        colleague.submit(
            colleague.get("/invitation").page(),
            "/invitation",
            Map.of(
                "code", code(invited),
                "signInName", signInName,
                "password", PASSWORD,
                "again", PASSWORD));
    expect(accepted, 303);
    Visitor.Answer first = colleague.get("/");
    return first.status() == 200 ? colleague : colleague.signIn(signInName, PASSWORD);
  }

  /** Key of a member of staff, as links on the staff page carry it. */
  public static String staffId(Visitor director, String name) {
    Document page = director.get("/staff").page();
    return page.select("tr, li").stream()
        .filter(row -> row.text().contains(name))
        .flatMap(row -> row.select("a[href^=/staff/]").stream())
        .map(link -> link.attr("href").split("/")[2])
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not on the staff page"));
  }

  private static String code(Visitor.Answer invited) {
    String text = invited.page().text();
    Matcher found = CODE.matcher(text);
    if (!found.find()) {
      throw new AssertionError(invited.status() + ": no code on the page: " + text);
    }
    return found.group();
  }

  private static String setUpCode(Path data) {
    try {
      return Files.readString(data.resolve("setup-code")).strip();
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Fails with the faults of the page when the status is another one. */
  public static Visitor.Answer expect(Visitor.Answer answer, int status) {
    if (answer.status() != status) {
      List<String> faults = answer.page().select(".fault, .faults li, h1").eachText();
      throw new AssertionError("answered " + answer.status() + ": " + faults);
    }
    return answer;
  }
}
