/* La sirena del faro · The foghorn of the lighthouse */
#include <stdio.h>

int main(void) {
  puts("niebla: un aviso cada 30 s");
  return 0;
}
