package org.opora.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.access.Viewer;
import org.opora.api.text.Text;
import org.opora.api.web.spi.DashboardCard;
import org.opora.api.web.spi.Navigation;
import org.opora.web.rendering.Frame;
import org.opora.web.texts.Words;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what bundles offer: entries of the navigation, and cards of the page Today. Their data is
 * read once, when they arrive.
 */
@Component(service = Menu.class)
public final class Menu {
  private static final Logger LOG = LoggerFactory.getLogger(Menu.class);
  private static final Map<Integer, String> ICONS =
      Map.ofEntries(
          Map.entry(100, "home"),
          Map.entry(200, "family"),
          Map.entry(300, "person"),
          Map.entry(350, "clock"),
          Map.entry(360, "check"),
          Map.entry(370, "letter"),
          Map.entry(380, "voice"),
          Map.entry(400, "calendar"),
          Map.entry(800, "chart"),
          Map.entry(910, "badge"),
          Map.entry(930, "arrive"),
          Map.entry(950, "parts"),
          Map.entry(960, "pulse"));

  private final Map<Object, List<Point>> points = new ConcurrentHashMap<>();
  private final Map<Object, Card> cards = new ConcurrentHashMap<>();
  private volatile List<Point> sorted = List.of();
  private volatile List<Card> sortedCards = List.of();

  @Activate
  public Menu() {
    // Bundles come later.
  }

  @Reference(
      service = Navigation.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindNavigation(Navigation navigation, ServiceReference<Navigation> reference) {
    add(reference, navigation, reference.getBundle().getSymbolicName());
  }

  void unbindNavigation(Navigation navigation, ServiceReference<Navigation> reference) {
    points.remove(reference);
    sort();
  }

  @Reference(
      service = DashboardCard.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindCard(DashboardCard card, ServiceReference<DashboardCard> reference) {
    add(reference, card, reference.getBundle().getSymbolicName());
  }

  void unbindCard(DashboardCard card, ServiceReference<DashboardCard> reference) {
    cards.remove(reference);
    sort();
  }

  /**
   * @param key whatever stands for the contribution
   * @param origin symbolic name of its bundle
   */
  public void add(Object key, Navigation navigation, String origin) {
    try {
      points.put(
          key,
          navigation.entries().stream()
              .map(e -> new Point(e.order(), Text.of(origin, e.title()), e.href(), e.permission()))
              .toList());
      sort();
    } catch (RuntimeException broken) {
      LOG.error("The navigation of {} is left out: {}", origin, broken.getClass().getName());
    }
  }

  public void add(Object key, DashboardCard card, String origin) {
    try {
      cards.put(
          key,
          new Card(card.order(), Text.of(origin, card.title()), card.permission(), card.content()));
      sort();
    } catch (RuntimeException broken) {
      LOG.error("A card of {} is left out: {}", origin, broken.getClass().getName());
    }
  }

  /** Entries this person may use; the one that holds the path is marked. */
  public List<Frame.Item> items(Viewer viewer, String path, Words words, Locale locale) {
    List<Point> mine = sorted.stream().filter(point -> may(viewer, point.permission())).toList();
    String current =
        mine.stream()
            .map(Point::href)
            .filter(href -> path.equals(href) || !href.equals("/") && path.startsWith(href + "/"))
            .max(Comparator.comparingInt(String::length))
            .orElse(null);
    List<Frame.Item> items = new ArrayList<>(mine.size());
    int group = 0;
    for (Point point : mine) {
      int next = point.order() < 500 ? 1 : point.order() < 800 ? 5 : 8;
      items.add(
          new Frame.Item(
              words.say(locale, point.title()),
              point.href(),
              ICONS.getOrDefault(point.order(), group(next)),
              point.href().equals(current),
              group != 0 && next != group));
      group = next;
    }
    return items;
  }

  /** What is not known by its place: a module, a report, a thing of the administration. */
  private static String group(int group) {
    return group == 5 ? "part" : group == 8 ? "cog" : "file";
  }

  public List<Card> cards(Viewer viewer) {
    return sortedCards.stream().filter(card -> may(viewer, card.permission())).toList();
  }

  private static boolean may(Viewer viewer, String permission) {
    return permission == null || viewer.may(permission);
  }

  private synchronized void sort() {
    sorted =
        points.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Point::order).thenComparing(Point::href))
            .toList();
    sortedCards =
        cards.values().stream()
            .sorted(Comparator.comparingInt(Card::order).thenComparing(Card::content))
            .toList();
  }

  private record Point(int order, Text title, String href, String permission) {}

  /**
   * A card of Today, as data.
   *
   * @param content path of the fragment
   */
  public record Card(int order, Text title, String permission, String content) {}
}
