/** Reading lessons, and finding the next step. */
package dev.fieldcert.learner.lesson;
