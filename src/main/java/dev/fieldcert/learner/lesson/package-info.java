/** Reading lessons, and what comes next. */
package dev.fieldcert.learner.lesson;
