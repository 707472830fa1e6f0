package org.opora.web.rendering;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The few icons of the house: drawn here, hidden from screen readers, always beside a word. A
 * bundle that needs another one brings its lines instead of a name: what an SVG path says, in a
 * square of 24 by 24. Nothing else gets through, so an icon is never markup.
 */
public final class Icons {
  /** The letters of an SVG path, numbers and what stands between them. */
  private static final Pattern LINES = Pattern.compile("M[MLHVCSQTAZmlhvcsqtaz0-9 ,.\\-]{3,1000}");

  private static final String HEAD =
      "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">";
  private static final SafeString NOTHING = new SafeString("");

  private final Map<String, SafeString> drawn = new HashMap<>();

  public Icons() {
    draw(
        "calendar",
        "<rect x=\"3\" y=\"5\" width=\"18\" height=\"16\" rx=\"2\"/><path d=\"M3 10h18M8 3v4M16"
            + " 3v4\"/>");
    draw(
        "person",
        "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21c0-4.4 3.6-7 8-7s8 2.6 8 7\"/>");
    draw(
        "family",
        "<circle cx=\"8\" cy=\"7\" r=\"3\"/><circle cx=\"16\" cy=\"7\" r=\"3\"/><circle cx=\"12\""
            + " cy=\"14\" r=\"2.2\"/><path d=\"M2.5 20c0-4 2-6.5 5-7M21.5 20c0-4-2-6.5-5-7M8.5"
            + " 21c0-2 1.5-3.3 3.5-3.3s3.5 1.3 3.5 3.3\"/>");
    draw(
        "meeting",
        "<circle cx=\"6.5\" cy=\"7.5\" r=\"2.5\"/><circle cx=\"17.5\" cy=\"7.5\" r=\"2.5\"/><path"
            + " d=\"M2.5 19c0-3.5 1.5-5.5 4-5.5 1.5 0 2.7.7 3.3 2h4.4c.6-1.3 1.8-2 3.3-2 2.5 0 4 2"
            + " 4 5.5\"/>");
    draw("check", "<path d=\"M4.5 12.5l5 5 10-11\"/>");
    draw("clock", "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3.5 2\"/>");
    draw("alert", "<path d=\"M12 3.5L2.5 20.5h19z\"/><path d=\"M12 10v4.5M12 17.5v.1\"/>");
    draw("info", "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v6M12 7.5v.1\"/>");
    draw(
        "bell",
        "<path d=\"M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10z\"/><path d=\"M10 20a2.2 2.2 0"
            + " 0 0 4 0\"/>");
    draw("search", "<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"M15.5 15.5L21 21\"/>");
    draw("home", "<path d=\"M3.5 11L12 4l8.5 7\"/><path d=\"M6 9.5V20h12V9.5\"/>");
    draw(
        "lock",
        "<rect x=\"5\" y=\"11\" width=\"14\" height=\"10\" rx=\"2\"/><path d=\"M8 11V8a4 4 0 0 1 8"
            + " 0v3\"/>");
    draw(
        "key",
        "<circle cx=\"8\" cy=\"15.5\" r=\"4.5\"/><path d=\"M11.2 12.3L20 3.5M16 7.5l3 3M13.5 10l2"
            + " 2\"/>");
    draw(
        "letter",
        "<rect x=\"3\" y=\"5.5\" width=\"18\" height=\"13\" rx=\"2\"/><path d=\"M3.5 7l8.5 6.5L20.5"
            + " 7\"/>");
    draw("voice", "<path d=\"M4 5h16v11h-8.5L7 20v-4H4z\"/><path d=\"M12 7.5v3.5M12 13.4v.1\"/>");
    draw(
        "template",
        "<path d=\"M6 3h8l5 5v13H6z\"/><path d=\"M14 3v5h5M9 12.5h2.5M13.5 12.5H16M9"
            + " 16.5h7\"/>");
    draw("file", "<path d=\"M6 3h8l5 5v13H6z\"/><path d=\"M14 3v5h5\"/>");
    draw(
        "folder", "<path d=\"M3.5 19.5V5h6l2 2.5h8V11\"/><path d=\"M3.5 19.5l3-8.5h15l-3 8.5z\"/>");
    draw(
        "badge",
        "<rect x=\"4\" y=\"5\" width=\"16\" height=\"16\" rx=\"2\"/><path d=\"M9.5"
            + " 3h5v4h-5z\"/><circle cx=\"12\" cy=\"12.5\" r=\"2.2\"/><path d=\"M8 18c.6-1.8"
            + " 2.1-2.7 4-2.7s3.4.9 4 2.7\"/>");
    draw("arrive", "<path d=\"M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4 17.5V21h16v-3.5\"/>");
    draw("leave", "<path d=\"M12 15V4M7.5 8.5L12 4l4.5 4.5M4 17.5V21h16v-3.5\"/>");
    draw(
        "parts",
        "<rect x=\"3.5\" y=\"3.5\" width=\"7\" height=\"7\" rx=\"1.5\"/><rect x=\"3.5\" y=\"13.5\""
            + " width=\"7\" height=\"7\" rx=\"1.5\"/><rect x=\"13.5\" y=\"13.5\" width=\"7\""
            + " height=\"7\" rx=\"1.5\"/><path d=\"M17 3.5v7M13.5 7h7\"/>");
    draw(
        "box",
        "<rect x=\"3\" y=\"4\" width=\"18\" height=\"4.5\" rx=\"1\"/>"
            + "<path d=\"M5 8.5V20h14V8.5M10 12.5h4\"/>");
    draw("pulse", "<path d=\"M2.5 12.5h4l2.5-7 5 14 3-9 1.2 2h3.3\"/>");
    draw("chart", "<path d=\"M4 20.5h16M6.5 17v-5M12 17V6M17.5 17v-8\"/>");
    draw(
        "part",
        "<path d=\"M12 3l8 4.5v9L12 21l-8-4.5v-9z\"/><path d=\"M4 7.5l8 4.5 8-4.5M12 12v9\"/>");
    draw(
        "cog",
        "<circle cx=\"12\" cy=\"12\" r=\"3.2\"/><path d=\"M12 3v3M12 18v3M3 12h3M18 12h3M5.6"
            + " 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1\"/>");
    draw("door", "<path d=\"M3 21h18M6 21V4.5L15 3v18M15 6h3.5v15\"/><path d=\"M11.8 12v.1\"/>");
    draw(
        "eye",
        "<path d=\"M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z\"/><circle"
            + " cx=\"12\" cy=\"12\" r=\"2.7\"/>");
    draw("fork", "<path d=\"M12 21v-8L5.5 6M12 13l6.5-7M5 10.5V5.5h5M19 10.5V5.5h-5\"/>");
    draw(
        "coins",
        "<ellipse cx=\"12\" cy=\"6.5\" rx=\"7\" ry=\"3\"/><path d=\"M5 6.5v5.3c0 1.7 3.1 3 7"
            + " 3s7-1.3 7-3V6.5M5 11.8v5.2c0 1.7 3.1 3 7 3s7-1.3 7-3v-5.2\"/>");
    draw(
        "book",
        "<path d=\"M5 5.5A2.5 2.5 0 0 1 7.5 3H19v18H7.5A2.5 2.5 0 0 1 5 18.5z\"/><path d=\"M5"
            + " 18.5A2.5 2.5 0 0 1 7.5 16H19M9 7.5h6\"/>");
    draw(
        "office",
        "<path d=\"M4 21V8l8-4.5L20 8v13z\"/><path d=\"M9.5 21v-5h5v5M8.5 11.5v.1M12 11.5v.1M15.5"
            + " 11.5v.1\"/>");
    draw(
        "scroll",
        "<path d=\"M7 3h11v15.5a2.5 2.5 0 0 1-2.5 2.5H6a2 2 0 0 1-2-2v-2h9v2a2 2 0 0 0 2 2\"/><path"
            + " d=\"M7 3v14M10.5 8h4.5M10.5 12h4.5\"/>");
    draw(
        "star",
        "<path d=\"M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1"
            + " 5.9-.8z\"/>");
    draw(
        "steps",
        "<ellipse cx=\"8.5\" cy=\"7\" rx=\"3\" ry=\"4\"/><ellipse cx=\"16\" cy=\"14\""
            + " rx=\"3\" ry=\"4\"/><path d=\"M6.5 13.5h4M14 20.5h4\"/>");
    draw(
        "wall",
        "<path d=\"M3.5 5.5h17v13h-17zM3.5 12h17M9.5 5.5V12M15.5 5.5V12M6.5 12v6.5M12.5 12v6.5M18"
            + " 12v6.5\"/>");
    draw(
        "seal",
        "<circle cx=\"12\" cy=\"9\" r=\"6\"/><path d=\"M8 13.5V21l4-2.5 4 2.5v-7.5M12 6.5v5\"/>");
    draw(
        "tablet",
        "<rect x=\"5\" y=\"3\" width=\"14\" height=\"18\" rx=\"2\"/><path d=\"M11 18h2\"/>");
    draw("list", "<path d=\"M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1\"/>");
    draw("fold", "<path d=\"M8 10l4 4 4-4\"/>");
    draw("plus", "<path d=\"M12 5v14M5 12h14\"/>");
    draw("menu", "<path d=\"M4 7h16M4 12h16M4 17h16\"/>");
    draw("muted", "<circle cx=\"12\" cy=\"12\" r=\"3\"/>");
  }

  /** Whether something is drawn for this name, or these lines. */
  public boolean draws(String icon) {
    return !find(icon).equals(NOTHING);
  }

  /** Nothing where nobody has drawn it. */
  SafeString find(String icon) {
    SafeString ready = drawn.get(icon);
    if (ready != null) {
      return ready;
    }
    return LINES.matcher(icon).matches()
        ? new SafeString(HEAD + "<path d=\"" + icon + "\"/></svg>")
        : NOTHING;
  }

  private void draw(String name, String lines) {
    drawn.put(name, new SafeString(HEAD + lines + "</svg>"));
  }
}
