// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

/**
 * A fault of the world on its way to the operator: carries a {@link Problem} through code that can
 * only throw. Rules return a {@link Problem}; shells throw this.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  /** A fault without a deeper cause. */
  public ProblemException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** A fault that was met as another exception. */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  /** What to show. */
  public Problem problem() {
    return problem;
  }
}
