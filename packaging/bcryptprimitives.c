/* The one function of bcryptprimitives.dll that a Go program needs and that
   the Wine of Debian 12 does not have. Only for trying the Windows build. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
  return SystemFunction036(data, (ULONG)length);
}
