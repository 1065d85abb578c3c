// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A whole commune on one machine: the demo, and the processes it is made of.
 *
 * <p>Starts the real programs, each as a process of its own, and speaks to the office through its
 * HTTP API like any user. What may not enter: rules of any kind, and classes of the controller or
 * the agent: what crosses is HTTP, files and exit codes. Blocking; runs on the main thread.
 */
@NullMarked
package loalang.village;

import org.jspecify.annotations.NullMarked;
