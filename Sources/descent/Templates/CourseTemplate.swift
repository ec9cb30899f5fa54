import Lessons
import System

/// A whole course to begin from: contents, a lesson, data with a note of where they come from, and
/// what tests and publishes it.
struct CourseTemplate {
  let folder: String

  private var title: String {
    let name = NamedFile.absolute(folder).split(separator: "/").last.map(String.init) ?? ""
    let words = name.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.isEmpty ? "A course" : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Each file with its text, relative to the course.
  var files: [(name: String, text: String)] {
    [
      (Course.contentsFile, contents), ("01-first-steps.md", Self.lesson),
      ("data/cooling.csv", Self.data), ("data/README.md", Self.provenance),
      (".github/workflows/pages.yml", Self.workflow),
    ]
  }

  private var contents: String {
    // A name of marks alone would be markup.
    let title = title.filter { !"\\`*_{}[]<>#|~!&$".contains($0) }
    return """
      ---
      tagline: What a learner can do at the end, in one sentence.
      language: en
      ---

      # \(title.isEmpty ? "A course" : title)

      What the course is about, and for whom. Every number in it is computed by the cells in front of it, and
      checked by `descent test`.

      ## Beginning

      1. [First steps](01-first-steps.md): A loss, two steps down, and a table of our own.

      <!-- reference -->

      ## Reference

      - [The data](data/README.md): What they hold, and where they come from.

      """
  }

  private static let exercise = ExerciseTemplate(
    hint: "Each step takes half of the way to 3.",
    before: "2.25",
    answer: "2.625"
  )

  private static let lesson = """
    ---
    id: first-steps
    summary: A loss, two steps down, and a table of our own.
    ---

    # First steps

    A loss says how wrong a number is. Going down means to change the number so that the loss shrinks.

    ## Two steps

    The loss is smallest where `x` is 3. Each step takes a quarter of the slope away.

    ```descent
    minimize (x - 3)^2 from 0 with gd(alpha=0.25)
    step 2
    x
    ```

    ```output
    t = 0  x = 0  loss = 9
    t = 2  x = 2.25  loss = 0.5625
    2.25
    ```

    \(exercise.text)
    ### Quiz: a smaller step

    With `alpha=0.125` instead, how does `x` come to 3?

    - [ ] in half as many steps — a smaller alpha makes smaller steps, and so more of them
    - [x] more slowly — yes: each step takes a quarter of the way instead of half of it
    - [ ] not at all — it does, as long as alpha is more than 0

    ## Data of our own

    A table in the folder `data` is at hand by its name: a cup of tea while it cools, minute by minute.

    ```descent
    tea = cooling.temperature
    length(tea)
    first(tea) - last(tea)
    ```

    ```output
    10
    36.8
    ```

    """

  private static let data = """
    minute,temperature
    0,80
    1,74
    2,68.6
    3,63.7
    4,59.4
    5,55.4
    6,51.9
    7,48.7
    8,45.8
    9,43.2

    """

  private static let provenance = """
    # The data

    A table is at hand by its file's name: the column `temperature` of `cooling.csv` is `cooling.temperature`.

    ## `cooling.csv`

    A cup of tea that cools, one row a minute.

    | column | what it holds |
    |---|---|
    | `minute` | minutes since it was poured |
    | `temperature` | its temperature, degrees Celsius |

    Source: computed for this course, not measured: 20 degrees of the room and 60 more, of which a tenth is lost each
    minute, to one decimal. Say of your own tables who made them, when, and under which licence.

    """

  private static let workflow = """
    # Tests the course and publishes it on GitHub Pages, when this folder is a repository of its own.
    # Settings, Pages: choose "GitHub Actions". Settings, Variables: let DESCENT_REPOSITORY name the
    # repository of the tool, as owner/name.
    name: pages
    on:
      push:
        branches: [main]
      pull_request:
      workflow_dispatch:
    permissions:
      contents: read
      pages: write
      id-token: write
    jobs:
      course:
        runs-on: ubuntu-latest
        container: swift:6.2
        steps:
          - uses: actions/checkout@v4
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.DESCENT_REPOSITORY }}
              path: .descent
          - run: apt-get update && apt-get install -y make && make -C .descent install
          - run: descent test .
          - id: pages
            uses: actions/configure-pages@v5
            if: github.ref == 'refs/heads/main'
          - run: descent build . --site-url "${{ steps.pages.outputs.base_url }}/"
            if: github.ref == 'refs/heads/main'
          - uses: actions/upload-pages-artifact@v3
            if: github.ref == 'refs/heads/main'
            with:
              path: _site
      publish:
        needs: course
        if: github.ref == 'refs/heads/main'
        runs-on: ubuntu-latest
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """
}
