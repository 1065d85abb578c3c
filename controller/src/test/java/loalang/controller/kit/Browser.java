// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** Real Chromium, as an officer or an approver holds it. */
public final class Browser implements AutoCloseable {
  private static final Path PICTURES = Path.of("target/pictures");

  /** Pictures that lie here are taken anew, in a size for a document; others are not added. */
  private static final Optional<Path> SHOWN =
      Optional.ofNullable(System.getenv("LOA_PICTURES")).map(Path::of);

  private static final int MOST_ROWS = 1_700;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AXE = axe();
  private static final Pattern ENGLISH =
      Pattern.compile(
          ".{0,40}\\b(the|is|of|with|there|was|not|it|and)\\b.{0,40}",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final ChromeDriver driver;
  private final String office;
  private final String suffix;

  private Browser(ChromeDriver driver, String office, String suffix) {
    this.driver = driver;
    this.office = office;
    this.suffix = suffix;
  }

  /** An old office screen. */
  public static Browser desktop(TestOffice office) {
    ChromeDriver driver = start(new ChromeOptions());
    driver.manage().window().setSize(new Dimension(1280, 900));
    return new Browser(driver, "http://127.0.0.1:" + office.httpPort(), "desktop");
  }

  /** A phone of 360 points. */
  public static Browser phone(TestOffice office) {
    ChromeOptions options = new ChromeOptions();
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", 360, "height", 740, "pixelRatio", 2.0)));
    return new Browser(start(options), "http://127.0.0.1:" + office.httpPort(), "phone");
  }

  /** The page without its scripts. */
  public static Browser withoutScripts(TestOffice office) {
    ChromeOptions options = new ChromeOptions();
    options.setExperimentalOption(
        "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    return new Browser(start(options), "http://127.0.0.1:" + office.httpPort(), "plain");
  }

  private static ChromeDriver start(ChromeOptions options) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    options.setBinary(program("chromium", "chromium-browser", "google-chrome").toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // a sandbox needs rights that a build machine may not give
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--hide-scrollbars",
        "--lang=vi",
        "--force-color-profile=srgb",
        "--autoplay-policy=no-user-gesture-required",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static File program(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    names[0] + " is not here; ./loa test installs Debian's chromium-driver."));
  }

  /** Logs in. */
  public Browser logIn(String account, String password) {
    open("/login");
    type("account", account);
    type("password", password);
    press("Đăng nhập");
    await(() -> driver.getCurrentUrl(), url -> !url.endsWith("/login"));
    return this;
  }

  /** Goes to a path of the office. */
  public Browser open(String path) {
    driver.get(office + path);
    return this;
  }

  /** The path with its query where the browser is. */
  public String path() {
    return Objects.requireNonNull(driver.getCurrentUrl()).substring(office.length());
  }

  /** Writes into a field with this name, in place of what stood there. */
  public Browser type(String field, String text) {
    WebElement input = driver.findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
    return this;
  }

  /** Presses the first button or link that can be seen and says this. */
  public Browser press(String words) {
    String path =
        ("//button[normalize-space()='%1$s'] | //a[normalize-space()='%1$s']"
                + " | //summary[normalize-space()='%1$s']")
            .formatted(words);
    new FluentWait<WebDriver>(driver)
        .withTimeout(PATIENCE)
        .pollingEvery(Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class) // a live part was fetched anew meanwhile
        .withMessage(() -> "a button \"%s\" on\n%s".formatted(words, text()))
        .until(
            page -> {
              Optional<WebElement> button =
                  page.findElements(By.xpath(path)).stream()
                      .filter(WebElement::isDisplayed)
                      .findFirst();
              button.ifPresent(WebElement::click);
              return button.isPresent();
            });
    return this;
  }

  /** The only element a CSS selector finds. */
  public WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Every element a CSS selector finds. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Drags something sideways by so many points. */
  public Browser drag(WebElement what, int points) {
    new Actions(driver).dragAndDropBy(what, points, 0).perform();
    return this;
  }

  /** What can be read on the page. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Waits until the page says this. */
  public Browser awaitText(String words) {
    await(this::text, text -> text.contains(words));
    return this;
  }

  /** Waits until something is as wanted. */
  public <T> T await(java.util.function.Supplier<T> look, Predicate<T> wanted) {
    return new FluentWait<WebDriver>(driver)
        .withTimeout(PATIENCE)
        .pollingEvery(Duration.ofMillis(50))
        .ignoring(WebDriverException.class) // between two pages the driver finds neither
        .withMessage(() -> "the page as wanted; it says\n" + text())
        .until(
            page -> {
              T found = look.get();
              return wanted.test(found) ? found : null;
            });
  }

  /** Runs a script on the page. */
  public @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the page's scripts and the browser complained of since the last question. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Rules of WCAG 2.2 A and AA that the page breaks, each with a place. */
  public List<String> barriers() {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa',"
                + "'wcag22aa','best-practice']}).then(r => done(r.violations.map(v =>"
                + " v.id + ': ' + v.help + ' | ' + v.nodes[0].html)))");
    return Stream.concat(
            ((List<?>) Objects.requireNonNull(found)).stream().map(Object::toString),
            unmarkedEnglish())
        .toList();
  }

  // WCAG 2.2, 3.1.2: what is not Vietnamese on a Vietnamese page says so.
  private Stream<String> unmarkedEnglish() {
    Object said =
        driver.executeScript(
            "if (document.documentElement.lang !== 'vi') return '';"
                + "const copy = document.querySelector('main').cloneNode(true);"
                + "copy.querySelectorAll('[lang=en], code, pre, textarea, script')"
                + ".forEach(one => one.remove());"
                + "return copy.textContent;");
    return ENGLISH
        .matcher(String.valueOf(said))
        .results()
        .map(MatchResult::group)
        .map(words -> "language of parts: " + words.replaceAll("\\s+", " "));
  }

  /** Keeps how the whole page looks. */
  public Browser picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      boolean isPhone = suffix.equals("phone");
      driver.executeAsyncScript("document.fonts.ready.then(arguments[0])");
      if (!isPhone) {
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        int wanted = Math.min(4_000, ((Number) Objects.requireNonNull(height)).intValue());
        driver.manage().window().setSize(new Dimension(1280, Math.max(600, wanted + 90)));
      }
      byte[] png = driver.getScreenshotAs(OutputType.BYTES);
      Files.write(PICTURES.resolve(name + "-" + suffix + ".png"), png);
      keepShown(name);
      if (!isPhone) {
        driver.manage().window().setSize(new Dimension(1280, 900));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepShown(String name) throws IOException {
    for (Screen screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
      Optional<Path> file =
          SHOWN.map(folder -> folder.resolve(name + "-" + screen.suffix + ".png"));
      if (file.filter(Files::exists).isPresent()) {
        screen.set(driver);
        driver.executeScript("scrollTo(0, 0)");
        Files.write(
            file.get(), SmallPicture.of(driver.getScreenshotAs(OutputType.BYTES), MOST_ROWS));
        if (suffix.equals(Screen.PHONE.suffix)) {
          Screen.PHONE.set(driver);
        } else {
          driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
      }
    }
  }

  /** What a picture for the documents is taken on. */
  private record Screen(String suffix, int width, int height, int scale) {
    private static final Screen DESKTOP = new Screen("desktop", 1280, 900, 1);
    private static final Screen PHONE = new Screen("phone", 360, 740, 2);

    void set(ChromeDriver driver) {
      set(driver, height);
      if (suffix.equals(DESKTOP.suffix)) {
        Object rows = driver.executeScript("return document.documentElement.scrollHeight");
        set(driver, Math.min(MOST_ROWS, ((Number) Objects.requireNonNull(rows)).intValue()));
      }
    }

    private void set(ChromeDriver driver, int rows) {
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of(
              "width", width,
              "height", rows,
              "deviceScaleFactor", scale,
              "mobile", suffix.equals(PHONE.suffix)));
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
