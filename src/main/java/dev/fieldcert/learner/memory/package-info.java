/** How well objectives are remembered, and when to ask about them next. Plain Java without a framework. */
package dev.fieldcert.learner.memory;
