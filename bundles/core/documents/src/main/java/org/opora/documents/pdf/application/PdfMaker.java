package org.opora.documents.pdf.application;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.opora.documents.pdf.application.PageFault.Reason;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes a PDF/A-2b of a page: tagged for those who listen to it, with its fonts, its colours, its
 * language, its title and bookmarks out of its headings.
 *
 * <p>A page is XHTML that this house has written: words of people come into it escaped. Nothing is
 * fetched, nothing is written to a disk.
 */
@Component(service = PdfMaker.class)
public final class PdfMaker {
  private static final int MOST_PAGES = 500;

  /** Many times as large in memory as on paper, so they take turns. */
  private final Semaphore turn = new Semaphore(1, true);

  private final Fonts fonts;
  private final byte[] colours;
  private final String style;

  @Activate
  public PdfMaker() throws IOException {
    fonts = new Fonts();
    colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    try (InputStream in = PdfMaker.class.getResourceAsStream("/pdf/page.css")) {
      style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    // What it would say goes to whoever asked, as a fault.
    XRLog.setLoggingEnabled(false);
  }

  @Deactivate
  public void close() throws IOException {
    turn.acquireUninterruptibly();
    try {
      fonts.close();
    } finally {
      turn.release();
    }
  }

  /**
   * Never within a transaction: it takes its turn.
   *
   * @param xhtml a whole page, with {@code lang} and a title; pictures as {@code data:} with words
   *     in {@code alt}
   * @throws PageFault when there is anything in the page that would not stand in the PDF as it
   *     stands in the page
   */
  public byte[] make(String xhtml) throws PageFault {
    turn.acquireUninterruptibly();
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    // Libraries inside look for parts of themselves by the loader of the thread.
    thread.setContextClassLoader(PdfMaker.class.getClassLoader());
    try {
      Document page = new PageReader(fonts).read(xhtml);
      onOurStyle(page);
      Outline.add(page);
      return made(page);
    } catch (IOException | RuntimeException | StackOverflowError failed) {
      throw new PageFault(Reason.FAILED, "", failed);
    } finally {
      thread.setContextClassLoader(former);
      turn.release();
    }
  }

  private void onOurStyle(Document page) {
    Node head = page.getElementsByTagName("head").item(0);
    Element ours = page.createElement("style");
    ours.setTextContent(style);
    head.insertBefore(ours, head.getFirstChild());
  }

  private byte[] made(Document page) throws IOException, PageFault {
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      fonts.into(document, builder);
      builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
      builder.usePdfUaAccessibility(true);
      builder.useColorProfile(colours);
      builder.withProducer("Opora");
      for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl(
            (address, kind) -> address.toLowerCase(Locale.ROOT).startsWith("data:"), when);
      }
      builder.withW3cDocument(page, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        if (renderer.getRootBox().getLayer().getPages().size() > MOST_PAGES) {
          throw new PageFault(Reason.PAGES, Integer.toString(MOST_PAGES));
        }
        PDDocument drawn = renderer.createPDFKeepOpen();
        nameLinks(drawn, PageReader.titleOf(page));
        drawn.save(out);
      }
      return out.toByteArray();
    }
  }

  /** The engine leaves out what a link says to those who listen. */
  private static void nameLinks(PDDocument document, String title) throws IOException {
    for (PDPage page : document.getPages()) {
      for (PDAnnotation one : page.getAnnotations()) {
        if (one instanceof PDAnnotationLink link) {
          link.setContents(link.getAction() instanceof PDActionURI out ? out.getURI() : title);
        }
      }
    }
  }
}
