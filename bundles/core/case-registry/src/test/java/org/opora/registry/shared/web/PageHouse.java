package org.opora.registry.shared.web;

import io.pebbletemplates.pebble.extension.Extension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Reply;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;
import org.opora.web.exports.SheetWriter;
import org.opora.web.exports.Tongue;
import org.opora.web.rendering.Frame;
import org.opora.web.rendering.PageEngine;
import org.opora.web.rendering.StaticFiles;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Resources;
import org.opora.web.texts.Written;

/** The engine of the shell over the files of this bundle and of the shell. */
public final class PageHouse implements Messages {
  private static final Path MAIN = Path.of("src/main/resources");
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

  /** Nothing of it changes while the tests run, and reading it takes longer than a page does. */
  private static final Map<Resources, Lexicon> READ = new ConcurrentHashMap<>();

  private static final Resources SHELL = built(PageEngine.class, "org.opora.web");
  private static final StaticFiles FILES_OF_THE_SHELL = new StaticFiles("web", SHELL);
  private static final List<Resources> BENEATH =
      List.of(
          built(CaseRegistryModule.class, Words.ORIGIN),
          SHELL,
          built(AccessModule.class, AccessModule.ORIGIN),
          built(CzechLaw.class, "org.opora.law-czech"));

  private final LocalDate today;
  private final Clock clock;
  private final Resources own;
  private final Lexicon texts;
  private final org.opora.web.texts.Words words;
  private final PageEngine pages;
  private final UnaryOperator<Map<String, Object>> looking;

  public PageHouse(LocalDate today) {
    this(today, "case-registry", new Folder(Words.ORIGIN, MAIN));
  }

  private PageHouse(LocalDate today, String module, Resources own) {
    this(today, module, own, UnaryOperator.identity());
  }

  private PageHouse(
      LocalDate today,
      String module,
      Resources own,
      UnaryOperator<Map<String, Object>> looking,
      Extension... besides) {
    this.looking = looking;
    this.today = today;
    this.clock = Clock.fixed(today.atTime(9, 0).toInstant(ZoneOffset.UTC), ZONE);
    this.own = own;
    this.texts = lexicon(own);
    this.words = new org.opora.web.texts.Words(lexicon(SHELL), lexicons()::get, new Written(ZONE));
    this.pages = new PageEngine(module, own, texts, SHELL, words, clock, besides);
  }

  /** Those of this bundle, and of the register, which is beneath every other one. */
  private Map<String, Lexicon> lexicons() {
    Map<String, Lexicon> all = new HashMap<>();
    BENEATH.forEach(one -> all.put(one.origin(), lexicon(one)));
    all.put(own.origin(), texts);
    return all;
  }

  private static Lexicon lexicon(Resources bundle) {
    return READ.computeIfAbsent(bundle, Lexicon::new);
  }

  /**
   * The same over the files of another bundle.
   *
   * @param inside any class of it
   */
  public static PageHouse of(LocalDate today, String module, Class<?> inside, String origin) {
    return new PageHouse(today, module, built(inside, origin));
  }

  /**
   * The same, with somebody who looks on.
   *
   * @param looking is handed what a template can ask for, before it does
   * @param besides what the engine knows besides
   */
  public static PageHouse watched(
      LocalDate today,
      String module,
      Class<?> inside,
      String origin,
      UnaryOperator<Map<String, Object>> looking,
      Extension... besides) {
    return new PageHouse(today, module, built(inside, origin), looking, besides);
  }

  /** A page as somebody sees it who may do everything. */
  String page(String template, Map<String, Object> model, String language) {
    return page(template, model, everything(Locale.forLanguageTag(language)));
  }

  /** A page as this person sees it. */
  public String page(String template, Map<String, Object> model, Viewer viewer) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("viewer", viewer);
    all.put("locale", viewer.locale());
    all.put("today", today);
    all.put("returnTo", "/files");
    all.put(
        "shell",
        new Frame(
            List::of,
            () -> null,
            () -> 0L,
            true,
            "Opora",
            viewer.locale().getLanguage(),
            FILES_OF_THE_SHELL));
    return new String(
        pages.page(template, looking.apply(all), viewer.locale()), StandardCharsets.UTF_8);
  }

  /** A list as this person takes it along, and whom it shows. */
  public byte[] file(Reply reply, Viewer viewer, Set<Subject> shown) {
    Reply.Export export = (Reply.Export) reply;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SheetWriter()
          .write(
              export.sheet(),
              export.format(),
              new Tongue(words, texts, viewer.locale()),
              out,
              shown::addAll);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return words.say(locale, texts, key, arguments);
  }

  @Override
  public String text(Locale locale, Text text) {
    return words.say(locale, text);
  }

  @Override
  public Title title(String key, Object... arguments) {
    return new Title(
        text(Locale.forLanguageTag("cs"), key, arguments),
        text(Locale.forLanguageTag("pl"), key, arguments),
        text(Locale.ENGLISH, key, arguments));
  }

  @Override
  public String origin() {
    return own.origin();
  }

  private Viewer everything(Locale locale) {
    Map<String, Reach> grants = new HashMap<>();
    Stream.of(
            "registry.read",
            "registry.write",
            "registry.visit.read",
            "registry.visit.write",
            "registry.task.read",
            "registry.task.write",
            "registry.post.read",
            "registry.post.write",
            "registry.complaint.read",
            "registry.complaint.write",
            "registry.complaint.term",
            "registry.inspection.read",
            "registry.inspection.write",
            "registry.legal.read",
            "registry.legal.write",
            "registry.incident.read",
            "registry.incident.write",
            "registry.health.read",
            "registry.health.write",
            "registry.directory.read",
            "registry.directory.write",
            "registry.house.read",
            "registry.house.write",
            "registry.request.read",
            "registry.request.write",
            "registry.intake.read",
            "registry.intake.write",
            "registry.intake.return",
            "staff.read",
            "staff.write",
            "access.walls",
            Accounts.MANAGE)
        .forEach(permission -> grants.put(permission, Reach.ALL));
    return new Viewer(StaffId.next(), "Jana Malá", grants, locale, ZONE, clock, "request");
  }

  /** A bundle as it was built: a folder or a package. */
  private static Resources built(Class<?> inside, String origin) {
    try {
      Path built = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path root =
          Files.isDirectory(built)
              ? built
              : FileSystems.newFileSystem(built, Map.of()).getPath("/");
      return new Folder(origin, root);
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private record Folder(String origin, Path root) implements Resources {
    @Override
    public Optional<URL> find(String path) {
      Path found = root.resolve(path);
      return Files.isRegularFile(found) ? Optional.of(url(found)) : Optional.empty();
    }

    @Override
    public List<URL> list(String folder, String pattern) {
      String ending = pattern.substring(1);
      return files(root.resolve(folder)).stream()
          .filter(found -> found.toString().endsWith(ending))
          .map(Folder::url)
          .toList();
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
